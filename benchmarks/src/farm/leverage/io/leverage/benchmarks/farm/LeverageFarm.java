package io.leverage.benchmarks.farm;

import io.leverage.VirtualComputer;

/** The program for Leverage. */
public final class LeverageFarm {
  private LeverageFarm() {}

  /** Arguments: how many workers. */
  public static void main(String[] args) throws Exception {
    try (VirtualComputer computer =
        VirtualComputer.builder().workers(Integer.parseInt(args[0])).open()) {
      new Client(computer.executor()).serve();
    }
  }
}
