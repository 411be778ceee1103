package io.leverage.demo.tsp;

/** The nearest cities of each city, nearest first. */
final class Neighbours {
  private static final int MOST = 8;

  private final int[][] nearest;

  private Neighbours(int[][] nearest) {
    this.nearest = nearest;
  }

  static Neighbours of(Cities cities) {
    int[][] nearest = new int[cities.size()][];
    for (int city = 0; city < nearest.length; city++) {
      nearest[city] = nearestOf(cities, city);
    }
    return new Neighbours(nearest);
  }

  /** Inserts one city after the other into a short sorted list. */
  private static int[] nearestOf(Cities cities, int city) {
    int[] list = new int[Math.min(MOST, cities.size() - 1)];
    int count = 0;
    for (int other = 0; other < cities.size(); other++) {
      if (other == city) {
        continue;
      }
      int at = count;
      while (at > 0 && cities.distance(city, other) < cities.distance(city, list[at - 1])) {
        if (at < list.length) {
          list[at] = list[at - 1];
        }
        at--;
      }
      if (at < list.length) {
        list[at] = other;
        count = Math.min(count + 1, list.length);
      }
    }
    return list;
  }

  int[] of(int city) {
    return nearest[city];
  }
}
