package io.leverage.peer.internal.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A value as it is stored under its key: itself, or, if it is large, a head that says which chunks
 * it is made of. The chunks of a head are never changed, so head and chunks always match.
 */
sealed interface StoredValue {
  /** The first byte of an inline value. */
  byte INLINE = 0;

  /** The first byte of a head. */
  byte HEAD = 1;

  /** A value of ordinary size. */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Inline(byte[] value) implements StoredValue {
    @Override
    public byte[] toBytes() {
      byte[] bytes = new byte[1 + value.length];
      bytes[0] = INLINE;
      System.arraycopy(value, 0, bytes, 1, value.length);
      return bytes;
    }
  }

  /**
   * A large value.
   *
   * @param idHigh with {@code idLow} the id of its chunks: random, unique to one write
   * @param idLow see {@code idHigh}
   * @param length of the value
   */
  record Head(long idHigh, long idLow, int length) implements StoredValue {
    private static final int SIZE = 1 + 2 * Long.BYTES + Integer.BYTES;

    @Override
    public byte[] toBytes() {
      return ByteBuffer.allocate(SIZE)
          .put(HEAD)
          .putLong(idHigh)
          .putLong(idLow)
          .putInt(length)
          .array();
    }

    String chunkKey(int index) {
      return String.format(Locale.ROOT, "%016x%016x/%d", idHigh, idLow, index);
    }
  }

  byte[] toBytes();

  static StoredValue fromBytes(byte[] bytes) {
    if (bytes.length > 0 && bytes[0] == INLINE) {
      return new Inline(Arrays.copyOfRange(bytes, 1, bytes.length));
    }
    if (bytes.length == Head.SIZE && bytes[0] == HEAD) {
      ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
      return new Head(in.getLong(), in.getLong(), in.getInt());
    }
    throw new IllegalStateException("a stored value is neither inline nor a head");
  }
}
