package io.leverage.demo.tsp;

import io.leverage.Update;

/** Adds one. */
public final class Increment implements Update<Integer> {
  private static final long serialVersionUID = 1L;

  /** Creates the update. */
  public Increment() {}

  @Override
  public Integer apply(Integer present) {
    return present + 1;
  }
}
