package io.leverage.demo.tsp;

import java.util.Random;

/**
 * Order crossover (Davis, 1985): the child takes a stretch of one parent as it stands, and the
 * other cities in the order in which the other parent visits them.
 */
final class Crossover {
  private Crossover() {}

  static int[] breed(int[] mother, int[] father, Random random) {
    int size = mother.length;
    int start = random.nextInt(size);
    int stretch = 1 + random.nextInt(size - 1);
    int[] child = new int[size];
    boolean[] taken = new boolean[size];
    int position = start;
    for (int i = 0; i < stretch; i++) {
      child[position] = mother[position];
      taken[mother[position]] = true;
      position = position + 1 == size ? 0 : position + 1;
    }
    int from = position;
    for (int i = 0; i < size; i++) {
      int city = father[from];
      from = from + 1 == size ? 0 : from + 1;
      if (!taken[city]) {
        child[position] = city;
        position = position + 1 == size ? 0 : position + 1;
      }
    }
    return child;
  }
}
