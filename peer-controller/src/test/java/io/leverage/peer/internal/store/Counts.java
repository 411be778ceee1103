package io.leverage.peer.internal.store;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A value that holds how far each of some writers has counted. */
final class Counts {
  private Counts() {}

  /** How far each writer has counted. */
  static long[] read(byte @Nullable [] value, int writers) {
    long[] counts = new long[writers];
    if (value != null) {
      ByteBuffer.wrap(value).position(Long.BYTES).asLongBuffer().get(counts);
    }
    return counts;
  }

  /** How often the value was written, as the records of a virtual computer say it. */
  static long revision(byte @Nullable [] value) {
    return value == null ? 0 : ByteBuffer.wrap(value).getLong();
  }

  /** A value, after another one, that no other one equals. */
  static byte[] write(long[] counts, byte @Nullable [] before) {
    ByteBuffer buffer = ByteBuffer.allocate((counts.length + 2) * Long.BYTES);
    buffer
        .asLongBuffer()
        .put(revision(before) + 1)
        .put(counts)
        .put(ThreadLocalRandom.current().nextLong());
    return buffer.array();
  }
}
