package io.leverage.benchmarks.kernels;

/** Asks the kernels to suspend; nobody does. */
public final class Poll {
  /** What each poll reads. */
  public static volatile boolean now;

  private Poll() {}
}
