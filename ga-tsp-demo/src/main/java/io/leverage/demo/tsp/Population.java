package io.leverage.demo.tsp;

import java.util.Random;

/**
 * Tours on a ring: in each generation every tour has a child with its neighbour, and the child
 * takes its place if it is shorter. So good parts spread slowly, and the tours stay different for
 * long.
 */
final class Population {
  private static final int MUTATION_PERCENT = 20;

  private final Cities cities;
  private final Neighbours neighbours;
  private final Random random;
  private final int[][] orders;
  private final long[] lengths;

  private Population(Cities cities, Neighbours neighbours, Random random, int[][] orders) {
    this.cities = cities;
    this.neighbours = neighbours;
    this.random = random;
    this.orders = orders;
    this.lengths = new long[orders.length];
  }

  /**
   * Creates random tours.
   *
   * @param size how many tours
   */
  static Population random(Cities cities, int size, Random random) {
    int[][] orders = new int[size][];
    Population population = new Population(cities, Neighbours.of(cities), random, orders);
    for (int i = 0; i < size; i++) {
      orders[i] = shuffled(cities.size(), random);
      population.lengths[i] = cities.length(orders[i]);
    }
    return population;
  }

  private static int[] shuffled(int size, Random random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** Evolves by one generation. */
  void evolve() {
    for (int i = 0; i < orders.length; i++) {
      int mate = (i + 1) % orders.length;
      int[] child = Crossover.breed(orders[i], orders[mate], random);
      if (random.nextInt(100) < MUTATION_PERCENT) {
        mutate(child);
      }
      improve(child);
      long length = cities.length(child);
      if (length < lengths[i]) {
        orders[i] = child;
        lengths[i] = length;
      }
    }
  }

  /** Exchanges two cities. */
  private void mutate(int[] order) {
    int i = random.nextInt(order.length);
    int j = random.nextInt(order.length);
    int city = order[i];
    order[i] = order[j];
    order[j] = city;
  }

  /**
   * Shortens the surroundings of one city, in some of the children. The more cities there are, the
   * less chance alone finds, and the more children need it.
   */
  private void improve(int[] order) {
    int perMille = Math.min(1000, order.length * Math.min(order.length, 1000) / 250);
    if (order.length >= 5 && random.nextInt(1000) < perMille) {
      new LocalImprovement(cities, neighbours, order).improveNear(random.nextInt(order.length));
    }
  }

  /** Gets the shortest tour. */
  Tour best() {
    int best = 0;
    for (int i = 1; i < lengths.length; i++) {
      if (lengths[i] < lengths[best]) {
        best = i;
      }
    }
    return new Tour(orders[best], lengths[best]);
  }

  /** Lets a tour of another population take a random place, unless a shorter one has it. */
  void admit(Tour migrant) {
    int place = random.nextInt(orders.length);
    if (migrant.length() < lengths[place]) {
      orders[place] = migrant.order();
      lengths[place] = migrant.length();
    }
  }
}
