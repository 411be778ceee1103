package io.leverage.demo.tsp;

import java.util.Random;
import java.util.concurrent.Callable;

/** What an island does between two interbreedings. */
public final class HotLoop implements Callable<Long> {
  private static final int TOURS = 256;
  private static final int GENERATIONS = 100;

  private final Cities cities;

  /** Creates the task for so many random cities. */
  public HotLoop(int size) throws TsplibException {
    this.cities = Instances.find("random:" + size + ":1");
  }

  @Override
  public Long call() {
    Population population = Population.random(cities, TOURS, new Random(1));
    for (int generation = 0; generation < GENERATIONS; generation++) {
      population.evolve();
    }
    return population.best().length();
  }
}
