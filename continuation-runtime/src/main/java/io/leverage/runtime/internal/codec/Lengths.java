package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.io.Input;
import io.leverage.RefusedException;

/** Reads lengths, and refuses those that the bytes left can't hold. */
final class Lengths {
  private Lengths() {}

  static int read(Input input, int bytesEach) {
    int length = input.readVarInt(true);
    if (length < 0 || (long) length * bytesEach > input.limit() - input.position()) {
      throw new RefusedException(
          "corrupt checkpoint: a length of "
              + length
              + " with "
              + (input.limit() - input.position())
              + " bytes left.");
    }
    return length;
  }
}
