package io.leverage.benchmarks.kernels;

import java.util.concurrent.Callable;

/** Recurses to a depth, in frames of two or three ints and a reference to the task. */
public final class Depth implements Callable<Integer> {
  private final int depth;
  private final byte[] payload;

  /** Creates the task; all of its frames can see the payload. */
  public Depth(int depth, int payload) {
    this.depth = depth;
    this.payload = new byte[payload];
  }

  @Override
  public Integer call() {
    return descend(1, payload.length);
  }

  private int descend(int level, int sum) {
    if (level >= depth) {
      return sum;
    }
    int doubled = sum * 2 + level;
    int below = descend(level + 1, doubled);
    return below + doubled + level;
  }
}
