package io.leverage.benchmarks.farm;

import java.io.Serializable;
import java.util.concurrent.Callable;

/** A small task: some microseconds of hashing, whose result anybody can check. */
public final class Hashing implements Callable<Long>, Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROUNDS = 2000;

  private final long seed;

  Hashing(long seed) {
    this.seed = seed;
  }

  @Override
  public Long call() {
    return hash(seed);
  }

  static long hash(long seed) {
    long h = seed;
    for (int i = 0; i < ROUNDS; i++) {
      h = (h ^ (h >>> 31)) * 0x9E3779B97F4A7C15L + i;
    }
    return h;
  }
}
