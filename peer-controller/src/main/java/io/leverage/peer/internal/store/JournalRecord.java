package io.leverage.peer.internal.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One line of the {@link Journal}: a value that a key got, or lost.
 *
 * <pre>
 *  magic   int   where a record may begin, to find the next one after a damaged one
 *  length  int   of space, key and value with their lengths
 *  space   byte
 *  key     int length, bytes
 *  value   int length, bytes; -1 if it was removed
 *  check   int   CRC-32C of length, space, key and value
 * </pre>
 *
 * @param value null if the key was removed
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record JournalRecord(byte space, String key, byte @Nullable [] value) {
  /** What a record begins with. */
  static final int MAGIC = 0x4C5652A7;

  /** The bytes before the space. */
  static final int HEAD = 2 * Integer.BYTES;

  private static final int FIXED = 1 + 2 * Integer.BYTES;
  private static final int CHECK = Integer.BYTES;

  /** Writes it. */
  ByteBuffer toBytes() {
    byte[] name = key.getBytes(StandardCharsets.UTF_8);
    int length = FIXED + name.length + (value == null ? 0 : value.length);
    ByteBuffer out = ByteBuffer.allocate(HEAD + length + CHECK);
    out.putInt(MAGIC).putInt(length).put(space).putInt(name.length).put(name);
    if (value == null) {
      out.putInt(-1);
    } else {
      out.putInt(value.length).put(value);
    }
    out.putInt(check(out.array(), Integer.BYTES, HEAD + length));
    return out.flip();
  }

  /** Gets the length of a whole record from its head, or -1 if it is none. */
  static long wholeLength(ByteBuffer head) {
    if (head.getInt(0) != MAGIC || head.getInt(Integer.BYTES) < FIXED) {
      return -1;
    }
    return (long) HEAD + head.getInt(Integer.BYTES) + CHECK;
  }

  /** Reads a whole record; null if it is damaged. */
  static @Nullable JournalRecord read(byte[] whole) {
    ByteBuffer in = ByteBuffer.wrap(whole);
    int end = whole.length - CHECK;
    if (check(whole, Integer.BYTES, end) != in.getInt(end)) {
      return null;
    }
    in.position(HEAD);
    byte space = in.get();
    byte[] name = new byte[in.getInt()];
    in.get(name);
    int length = in.getInt();
    byte[] value = length < 0 ? null : new byte[length];
    if (value != null) {
      in.get(value);
    }
    return new JournalRecord(space, new String(name, StandardCharsets.UTF_8), value);
  }

  private static int check(byte[] bytes, int from, int to) {
    CRC32C check = new CRC32C();
    check.update(bytes, from, to - from);
    return (int) check.getValue();
  }
}
