package io.leverage.demo.tsp.experiment;

import io.leverage.Update;

/** Takes an island's next share of the pool. */
public final class TakeShare implements Update<Pool> {
  private static final long serialVersionUID = 1L;

  private final int island;
  private final double rate;

  /** Creates the update. */
  public TakeShare(int island, double rate) {
    this.island = island;
    this.rate = rate;
  }

  @Override
  public Pool apply(Pool present) {
    return present.take(island, rate);
  }
}
