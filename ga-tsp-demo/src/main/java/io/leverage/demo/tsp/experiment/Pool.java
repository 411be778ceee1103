package io.leverage.demo.tsp.experiment;

import java.io.Serializable;

/**
 * The generations that are still to be evolved, by whichever island: what makes machines of
 * different speeds end together.
 *
 * <p>An island that asks gets half of its proportionate share of what remains, by the rates at
 * which the islands evolved so far. So there are few requests at first, smaller shares towards the
 * end, and all islands end within the time of a smallest share.
 */
public final class Pool implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long remaining;
  private final long smallest;
  private final double[] rates;
  private final long[] granted;

  private Pool(long remaining, long smallest, double[] rates, long[] granted) {
    this.remaining = remaining;
    this.smallest = smallest;
    this.rates = rates;
    this.granted = granted;
  }

  /**
   * Creates a full pool.
   *
   * @param generations to be evolved
   * @param islands that evolve them
   * @param smallest no island gets fewer at once, but for the last ones
   */
  public static Pool of(long generations, int islands, long smallest) {
    return new Pool(generations, smallest, new double[islands], new long[islands]);
  }

  /**
   * Takes a share.
   *
   * @param rate of the island; 0 if it does not know it
   */
  Pool take(int island, double rate) {
    double[] known = rates.clone();
    if (rate > 0) {
      known[island] = rate;
    }
    double all = 0;
    int measured = 0;
    for (double one : known) {
      all += one;
      measured += one > 0 ? 1 : 0;
    }
    long share = smallest;
    if (rate > 0) {
      double total = all * known.length / measured;
      share = Math.max(smallest, (long) (remaining * rate / total / 2));
    }
    long[] shares = granted.clone();
    shares[island] = Math.min(remaining, share);
    return new Pool(remaining - shares[island], smallest, known, shares);
  }

  /** Gets what an island got when it asked last. */
  long granted(int island) {
    return granted[island];
  }
}
