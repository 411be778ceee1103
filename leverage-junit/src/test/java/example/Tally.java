package example;

import java.util.ArrayList;
import java.util.List;

/** Ordinary code with loops and calls. */
public final class Tally {
  private final List<Integer> steps = new ArrayList<>();

  /** Adds up the numbers below a limit. */
  public int sumBelow(int limit) {
    int sum = 0;
    for (int i = 0; i < limit; i++) {
      sum += step(i);
    }
    return sum;
  }

  private int step(int i) {
    steps.add(i);
    return i;
  }

  /** The numbers that were added. */
  public List<Integer> steps() {
    return steps;
  }
}
