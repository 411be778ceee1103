package io.leverage.benchmarks.kernels;

import io.leverage.demo.tsp.HotLoop;

/** The demo's hot loop, 200 cities, with 2-opt and Or-opt. */
public final class Tsp200 extends Kernel {
  private final HotLoop loop = HotLoop.of(200);

  @Override
  public long expected() {
    return DEPENDS;
  }

  @Override
  public Long call() {
    return loop.call();
  }
}
