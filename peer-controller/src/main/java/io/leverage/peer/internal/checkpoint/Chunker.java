package io.leverage.peer.internal.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Cuts values where their content says so: behind bytes whose rolling hash has some bits zero. So
 * what is inserted or removed changes the chunks around it, and all others are as they were. (Gear
 * hash; see W. Xia et al., FastCDC, USENIX ATC 2016.)
 */
final class Chunker {
  /** The same on all peers, for ever: other numbers would cut the same value elsewhere. */
  private static final long[] GEAR = new SplittableRandom(0x4c65766572616765L).longs(256).toArray();

  private final ChunkSizes sizes;
  private final long mask;

  Chunker(ChunkSizes sizes) {
    this.sizes = sizes;
    this.mask = -1L << (Long.SIZE - Integer.numberOfTrailingZeros(sizes.mostly()));
  }

  /** Gets where the chunks of a value end; the last is its length. */
  List<Integer> ends(byte[] value) {
    List<Integer> ends = new ArrayList<>();
    for (int from = 0; from < value.length; ) {
      int end = end(value, from);
      ends.add(end);
      from = end;
    }
    return ends;
  }

  private int end(byte[] value, int from) {
    int limit = Math.min(value.length, from + sizes.most());
    long hash = 0;
    for (int i = from + sizes.least(); i < limit; i++) {
      hash = (hash << 1) + GEAR[value[i] & 0xff];
      if ((hash & mask) == 0) {
        return i + 1;
      }
    }
    return limit;
  }
}
