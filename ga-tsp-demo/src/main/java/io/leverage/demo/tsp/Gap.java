package io.leverage.demo.tsp;

import java.util.Locale;

/** How much longer a tour is than the shortest one. */
public final class Gap {
  private Gap() {}

  /**
   * Writes a gap in percent.
   *
   * @param length the tour's length
   * @param optimum the shortest tour's length; 0 if it isn't known
   * @return two decimals such as {@code 0.00}; {@code -} if the optimum isn't known
   */
  public static String percent(long length, long optimum) {
    if (optimum == 0) {
      return "-";
    }
    return String.format(Locale.ROOT, "%.2f", 100.0 * (length - optimum) / optimum);
  }
}
