package io.leverage.demo.tsp;

import java.util.Random;

/** A population that evolves step by step, for those who decide themselves how long. */
public final class Evolution {
  private static final int TOURS = 64;

  private final Population population;
  private final Cooling cooling;
  private final long expected;
  private int generation;

  /**
   * Creates random tours.
   *
   * @param expected how many generations it may become at most
   * @param seed from which the random numbers start
   */
  public Evolution(Cities cities, long expected, long seed) {
    this.population = Population.random(cities, TOURS, new Random(seed));
    this.expected = expected;
    this.cooling = Cooling.of(cities, (int) Math.min(Integer.MAX_VALUE, expected));
  }

  /** Evolves by one generation. */
  public void evolve() {
    generation = (int) Math.min(expected, generation + 1L);
    population.evolve(cooling.temperature(generation));
  }

  /** Gets the shortest tour. */
  public Tour best() {
    return population.best();
  }

  /** Lets a tour of another population take a place. */
  public void admit(Tour migrant) {
    population.admit(migrant);
  }
}
