package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.io.Input;
import io.leverage.RefusedException;

/** Reads bytes that may be forged: it allocates no more than they can hold. */
public final class GuardedInput extends Input {
  private static final long TABLE_SLOTS = 1 << 20;
  private static final int SLOTS_PER_BYTE = 64;

  private long slots;

  /** Reads a part of an array. */
  public GuardedInput(byte[] bytes, int offset, int length) {
    super(bytes, offset, length);
    slots = slots(length);
  }

  /** Gets how many slots of hash tables a graph of some bytes may ask for. */
  static long slots(long bytes) {
    return TABLE_SLOTS + bytes * SLOTS_PER_BYTE;
  }

  /** Refuses a hash table whose slots are more than the bytes may ask for. */
  void takeSlots(int wanted) {
    slots -= wanted;
    if (wanted < 0 || slots < 0) {
      throw new RefusedException("corrupt checkpoint: a hash table of " + wanted + " slots.");
    }
  }

  private void check(int length) {
    if (length > limit() - position()) {
      throw new RefusedException(
          "corrupt checkpoint: a length of "
              + length
              + " with "
              + (limit() - position())
              + " bytes left.");
    }
  }

  @Override
  public byte[] readBytes(int length) {
    check(length);
    return super.readBytes(length);
  }

  @Override
  public String readString() {
    checkText();
    return super.readString();
  }

  @Override
  public StringBuilder readStringBuilder() {
    checkText();
    return super.readStringBuilder();
  }

  /** Looks at the length of the text that follows, unless it ends by a mark. */
  private void checkText() {
    int start = position();
    if (readVarIntFlag()) {
      int length = readVarIntFlag(true);
      check(length == 0 ? 0 : length - 1);
    }
    setPosition(start);
  }
}
