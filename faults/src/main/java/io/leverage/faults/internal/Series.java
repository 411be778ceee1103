package io.leverage.faults.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One measure, sampled each minute; and whether it grows.
 *
 * <p>The first sixth of the samples is warm-up. Of the rest, the median of the last third is
 * compared with that of the first. A measure <em>grows</em> if it is more than a tenth higher, and
 * higher by more than a floor, below which a tenth is only noise.
 */
final class Series {
  private static final int FEWEST = 6;
  private static final double TOLERANCE = 0.10;

  private final String name;
  private final double unit;
  private final double floor;
  private final List<Double> values = new ArrayList<>();

  /**
   * Begins a series.
   *
   * @param name for people
   * @param unit what a value is divided by where it is shown
   * @param floor a rise of not more than that does not count
   */
  Series(String name, double unit, double floor) {
    this.name = name;
    this.unit = unit;
    this.floor = floor;
  }

  void add(double value) {
    values.add(value);
  }

  String name() {
    return name;
  }

  boolean isDecided() {
    return values.size() >= FEWEST;
  }

  boolean grows() {
    return isDecided() && growth() > TOLERANCE && last() - first() > floor;
  }

  /** Gets by what share it is higher at the end. */
  double growth() {
    return first() == 0 ? 0 : last() / first() - 1;
  }

  /** A line of a Markdown table. */
  String row() {
    if (!isDecided()) {
      return String.format(Locale.ROOT, "| %s | too few samples | | | |", name);
    }
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %+.1f %% | %s |",
        name,
        first() / unit,
        last() / unit,
        100 * growth(),
        grows() ? "GROWS" : "flat");
  }

  private double first() {
    int warm = values.size() / 6;
    return median(values.subList(warm, warm + third()));
  }

  private double last() {
    return median(values.subList(values.size() - third(), values.size()));
  }

  private int third() {
    return (values.size() - values.size() / 6) / 3;
  }

  private static double median(List<Double> some) {
    List<Double> sorted = some.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
