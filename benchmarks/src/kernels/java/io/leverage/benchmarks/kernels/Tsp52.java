package io.leverage.benchmarks.kernels;

import io.leverage.demo.tsp.HotLoop;

/** The demo's hot loop, 52 cities: mutation and order crossover. */
public final class Tsp52 extends Kernel {
  private final HotLoop loop = HotLoop.of(52);

  @Override
  public long expected() {
    return DEPENDS;
  }

  @Override
  public Long call() {
    return loop.call();
  }
}
