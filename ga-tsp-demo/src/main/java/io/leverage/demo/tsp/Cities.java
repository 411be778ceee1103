package io.leverage.demo.tsp;

import java.io.Serializable;

/**
 * The cities of an instance of the travelling salesman problem, in the plane. A city is known by
 * its index, from 0.
 */
public final class Cities implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final double[] x;
  private final double[] y;
  private final int optimum;

  /**
   * Creates an instance.
   *
   * @param name its name
   * @param x the x coordinates
   * @param y the y coordinates, as many
   * @param optimum the length of its shortest tour; 0 if it isn't known
   */
  public Cities(String name, double[] x, double[] y, int optimum) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " x but " + y.length + " y coordinates");
    }
    this.name = name;
    this.x = x.clone();
    this.y = y.clone();
    this.optimum = optimum;
  }

  /** Gets the instance's name. */
  public String name() {
    return name;
  }

  /** Counts the cities. */
  public int size() {
    return x.length;
  }

  /** Gets a city's x coordinate. */
  public double x(int city) {
    return x[city];
  }

  /** Gets a city's y coordinate. */
  public double y(int city) {
    return y[city];
  }

  /** Gets the length of the shortest tour; 0 if it isn't known. */
  public int optimum() {
    return optimum;
  }

  /**
   * Measures the distance of two cities as TSPLIB's {@code EUC_2D} does: rounded to the nearest
   * integer.
   */
  public int distance(int a, int b) {
    double dx = x[a] - x[b];
    double dy = y[a] - y[b];
    return (int) (Math.sqrt(dx * dx + dy * dy) + 0.5);
  }

  /** Measures a closed tour. */
  public long length(int[] order) {
    long length = distance(order[order.length - 1], order[0]);
    for (int i = 1; i < order.length; i++) {
      length += distance(order[i - 1], order[i]);
    }
    return length;
  }

  @Override
  public String toString() {
    return name + " (" + x.length + " cities)";
  }
}
