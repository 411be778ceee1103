package io.leverage.peer.internal.checkpoint;

/**
 * How large values are cut.
 *
 * @param inline up to this size a value lies in the record that names it
 * @param whole up to this size a value is not cut
 * @param least the smallest chunk, but for the last of a value
 * @param mostly a power of two: the chunks' average size beyond the smallest
 * @param most the largest chunk
 */
public record ChunkSizes(int inline, int whole, int least, int mostly, int most) {
  /** What suits the store, whose entries should not be much larger. */
  public static final ChunkSizes DEFAULT =
      new ChunkSizes(16 << 10, 64 << 10, 16 << 10, 64 << 10, 256 << 10);
}
