package io.leverage.demo.tsp;

/** Counts the migrants that an island receives: each number must come once, in order. */
public final class Immigration {
  private int next;
  private int lost;
  private int doubled;

  /** Creates a count of nothing. */
  public Immigration() {}

  /** Counts a migrant. */
  public void arrived(Migrant migrant) {
    if (migrant.number() < next) {
      doubled++;
    } else {
      lost += migrant.number() - next;
      next = migrant.number() + 1;
    }
  }

  /** Counts those that never came as lost. */
  public void ended(int expected) {
    lost += Math.max(0, expected - next);
    next = Math.max(next, expected);
  }

  /** Counts the migrants that came. */
  public int arrivals() {
    return next - lost;
  }

  /** Counts the migrants that are missing. */
  public int lost() {
    return lost;
  }

  /** Counts the migrants that came again. */
  public int doubled() {
    return doubled;
  }
}
