package io.leverage.demo.tsp;

/**
 * Shortens a tour near a city by 2-opt and Or-opt moves: two roads are exchanged, or a short
 * stretch of cities is moved elsewhere.
 */
final class LocalImprovement {
  private static final int LONGEST_STRETCH = 3;

  private final Cities cities;
  private final Neighbours neighbours;
  private final int[] order;
  private final int[] position;

  /**
   * Creates the improvement of one tour.
   *
   * @param order the tour, which is changed in place
   */
  LocalImprovement(Cities cities, Neighbours neighbours, int[] order) {
    this.cities = cities;
    this.neighbours = neighbours;
    this.order = order;
    this.position = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      position[order[i]] = i;
    }
  }

  /** Improves near a city until no move there helps. */
  void improveNear(int city) {
    while (exchangeRoads(city) || moveStretch(city)) {
      // each move has shortened the tour
    }
  }

  /**
   * 2-opt. {@code a b ... c d} becomes {@code a c ... b d}, where c is a near city of a; and the
   * same seen from the other direction.
   */
  private boolean exchangeRoads(int a) {
    int next = at(position[a] + 1);
    int previous = at(position[a] - 1);
    for (int c : neighbours.of(a)) {
      int near = cities.distance(a, c);
      int afterC = at(position[c] + 1);
      int gain = cities.distance(a, next) - near;
      if (gain > 0 && gain + cities.distance(c, afterC) > cities.distance(next, afterC)) {
        reverse(position[next], position[c]);
        return true;
      }
      int beforeC = at(position[c] - 1);
      gain = cities.distance(previous, a) - near;
      if (gain > 0 && gain + cities.distance(beforeC, c) > cities.distance(previous, beforeC)) {
        reverse(position[a], position[beforeC]);
        return true;
      }
    }
    return false;
  }

  /** Or-opt. The stretch that starts at {@code a} moves between a near city and its successor. */
  private boolean moveStretch(int a) {
    for (int stretch = 1; stretch <= LONGEST_STRETCH && stretch < order.length - 2; stretch++) {
      int last = at(position[a] + stretch - 1);
      int before = at(position[a] - 1);
      int after = at(position[a] + stretch);
      int gain =
          cities.distance(before, a)
              + cities.distance(last, after)
              - cities.distance(before, after);
      for (int c : neighbours.of(a)) {
        int d = at(position[c] + 1);
        if (isWithin(c, a, stretch) || c == before) {
          continue;
        }
        int cost = cities.distance(c, a) + cities.distance(last, d) - cities.distance(c, d);
        if (cost < gain) {
          moveBehind(c, a, stretch);
          return true;
        }
      }
    }
    return false;
  }

  /** {@code before [a..] after..c d} becomes {@code before after..c [a..] d}; or the mirror. */
  private void moveBehind(int c, int a, int stretch) {
    int size = order.length;
    int first = position[a];
    int ahead = Math.floorMod(position[c] - first, size) - stretch + 1;
    int behind = size - stretch - ahead;
    int[] moved = new int[stretch];
    for (int i = 0; i < stretch; i++) {
      moved[i] = at(first + i);
    }
    if (ahead <= behind) {
      for (int i = 0; i < ahead; i++) {
        put(first + i, at(first + stretch + i));
      }
      first += ahead;
    } else {
      for (int i = 1; i <= behind; i++) {
        put(first + stretch - i, at(first - i));
      }
      first -= behind;
    }
    for (int i = 0; i < stretch; i++) {
      put(first + i, moved[i]);
    }
  }

  private boolean isWithin(int city, int first, int stretch) {
    return Math.floorMod(position[city] - position[first], order.length) < stretch;
  }

  private int at(int index) {
    return order[Math.floorMod(index, order.length)];
  }

  private void put(int index, int city) {
    int at = Math.floorMod(index, order.length);
    order[at] = city;
    position[city] = at;
  }

  /**
   * Reverses the stretch from one position to another, around the end; or what lies outside of it
   * if that is shorter, which makes the same tour.
   */
  private void reverse(int from, int to) {
    int size = order.length;
    int inside = Math.floorMod(to - from, size) + 1;
    int left = from;
    int right = to;
    int swaps = inside / 2;
    if (2 * inside > size) {
      left = to + 1 == size ? 0 : to + 1;
      right = from == 0 ? size - 1 : from - 1;
      swaps = (size - inside) / 2;
    }
    for (int i = 0; i < swaps; i++) {
      int city = order[left];
      order[left] = order[right];
      order[right] = city;
      position[order[left]] = left;
      position[order[right]] = right;
      left = left + 1 == size ? 0 : left + 1;
      right = right == 0 ? size - 1 : right - 1;
    }
  }
}
