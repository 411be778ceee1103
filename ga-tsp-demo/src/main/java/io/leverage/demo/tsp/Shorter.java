package io.leverage.demo.tsp;

import io.leverage.Update;

/** Keeps the shorter of the present tour and a candidate. */
public final class Shorter implements Update<Tour> {
  private static final long serialVersionUID = 1L;

  private final Tour candidate;

  /**
   * Creates the update.
   *
   * @param candidate what the present tour is compared with
   */
  public Shorter(Tour candidate) {
    this.candidate = candidate;
  }

  @Override
  public Tour apply(Tour present) {
    return candidate.length() < present.length() ? candidate : present;
  }
}
