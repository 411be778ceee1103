package io.leverage.demo.tsp;

/**
 * The temperature of a population, which falls over a run by the same factor in each generation:
 * from where longer children survive almost at random to where hardly any does. So a run converges
 * towards its end, however long it is.
 */
final class Cooling {
  private static final double FIRST = 1.2;
  private static final double HALVINGS = 2.5;

  private final double road;
  private final int generations;

  private Cooling(double road, int generations) {
    this.road = road;
    this.generations = generations;
  }

  /**
   * Creates the cooling of a run.
   *
   * @param cities whose shortest roads are the unit of temperature
   * @param generations how long the run is
   */
  static Cooling of(Cities cities, int generations) {
    Neighbours neighbours = Neighbours.of(cities);
    double sum = 0;
    for (int city = 0; city < cities.size(); city++) {
      int[] near = neighbours.of(city);
      sum += cities.distance(city, near[Math.min(1, near.length - 1)]);
    }
    return new Cooling(Math.max(1, sum / cities.size()), generations);
  }

  /** Gets the temperature of a generation, counted from 0. */
  double temperature(int generation) {
    return FIRST * road * Math.pow(0.5, HALVINGS * generation / generations);
  }
}
