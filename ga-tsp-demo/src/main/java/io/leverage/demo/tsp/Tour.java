package io.leverage.demo.tsp;

import java.io.Serializable;

/** A closed tour through all cities, and its length. */
public final class Tour implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What any real tour is shorter than. */
  public static final Tour LONGEST = new Tour(new int[0], Long.MAX_VALUE);

  private final int[] order;
  private final long length;

  /**
   * Creates a tour.
   *
   * @param order the cities in the order of the tour
   * @param length its length
   */
  public Tour(int[] order, long length) {
    this.order = order.clone();
    this.length = length;
  }

  /** Gets the cities in the order of the tour. */
  public int[] order() {
    return order.clone();
  }

  /** Gets the length. */
  public long length() {
    return length;
  }

  @Override
  public String toString() {
    return "tour of length " + length;
  }
}
