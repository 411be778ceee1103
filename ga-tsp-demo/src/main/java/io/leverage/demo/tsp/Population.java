package io.leverage.demo.tsp;

import java.util.Random;

/**
 * The tours of one island. They live in a ring: in each generation every tour has a child with its
 * neighbour, or a mutated child of its own, which competes with it for its place. The shorter one
 * wins; a longer one may, the rather the higher the temperature is (Mahfoud and Goldberg, Parallel
 * recombinative simulated annealing, 1995). So the tours stay different for long.
 */
final class Population {
  private static final int CROSSOVER_PERCENT = 20;
  private static final int MUTATION_PERCENT = 20;

  /** One city in so many is improved in each child: none where chance alone does well. */
  private static final int CITIES_PER_IMPROVEMENT = 100;

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

  /**
   * Evolves by one generation.
   *
   * @param temperature how much longer than the tour whose place it takes a child may well be
   */
  void evolve(double temperature) {
    for (int i = 0; i < orders.length; i++) {
      int[] child = breed(i);
      improve(child);
      long length = cities.length(child);
      if (survives(length - lengths[i], temperature)) {
        orders[i] = child;
        lengths[i] = length;
      }
    }
  }

  private int[] breed(int parent) {
    if (random.nextInt(100) >= CROSSOVER_PERCENT) {
      int[] child = orders[parent].clone();
      mutate(child);
      return child;
    }
    int mate = parent + 1 == orders.length ? 0 : parent + 1;
    int[] child = Crossover.breed(orders[parent], orders[mate], random);
    if (random.nextInt(100) < MUTATION_PERCENT) {
      mutate(child);
    }
    return child;
  }

  private boolean survives(long longer, double temperature) {
    return longer <= 0 || random.nextDouble() < Math.exp(-longer / temperature);
  }

  /** Reverses a stretch. */
  private void mutate(int[] order) {
    int i = random.nextInt(order.length);
    int j = random.nextInt(order.length);
    int left = Math.min(i, j);
    int right = Math.max(i, j);
    while (left < right) {
      int city = order[left];
      order[left++] = order[right];
      order[right--] = city;
    }
  }

  /** Shortens the surroundings of some cities, the more the more there are. */
  private void improve(int[] order) {
    int count = order.length / CITIES_PER_IMPROVEMENT;
    if (count > 0) {
      LocalImprovement improvement = new LocalImprovement(cities, neighbours, order);
      for (int i = 0; i < count; i++) {
        improvement.improveNear(random.nextInt(order.length));
      }
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
