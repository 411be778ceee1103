package io.leverage.demo.tsp.cli;

import io.leverage.demo.tsp.Cities;
import io.leverage.demo.tsp.Evolution;
import io.leverage.demo.tsp.Instances;
import io.leverage.demo.tsp.TsplibException;
import io.leverage.demo.tsp.experiment.Problem;

/**
 * The sequential program of the evaluation: one island evolves all generations, without any peer.
 * Its only argument is their number; it prints how many seconds they took.
 */
public final class ReferenceProgram {
  private ReferenceProgram() {}

  /** Runs it. */
  public static void main(String[] args) throws TsplibException {
    long began = System.nanoTime();
    long generations = Long.parseLong(args[0]);
    Cities cities = Instances.find(Problem.INSTANCE);
    Evolution evolution = new Evolution(cities, generations, 1);
    for (long i = 0; i < generations; i++) {
      evolution.evolve();
    }
    System.out.println(
        "reference "
            + (System.nanoTime() - began) / 1e9
            + " s, length "
            + evolution.best().length());
  }
}
