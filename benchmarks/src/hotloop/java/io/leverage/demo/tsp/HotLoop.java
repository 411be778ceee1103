package io.leverage.demo.tsp;

import java.util.Random;
import java.util.concurrent.Callable;

/** What an island does between two interbreedings. */
public final class HotLoop implements Callable<Long> {
  private static final int TOURS = 64;
  private static final int GENERATIONS = 400;

  private final Cities cities;

  /** Creates the task for so many random cities. */
  public HotLoop(int size) throws TsplibException {
    this.cities = Instances.find("random:" + size + ":1");
  }

  /** Creates the task where its instance is known to exist. */
  public static HotLoop of(int size) {
    try {
      return new HotLoop(size);
    } catch (TsplibException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Long call() {
    Population population = Population.random(cities, TOURS, new Random(1));
    Cooling cooling = Cooling.of(cities, GENERATIONS);
    for (int generation = 0; generation < GENERATIONS; generation++) {
      population.evolve(cooling.temperature(generation));
    }
    return population.best().length();
  }
}
