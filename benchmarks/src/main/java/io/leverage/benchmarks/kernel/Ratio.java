package io.leverage.benchmarks.kernel;

import java.util.List;

/**
 * How long one compilation of a kernel takes beside another.
 *
 * @param value the median over the forks of each fork's median over its rounds
 * @param error half the distance between the fastest and the slowest fork
 */
public record Ratio(double value, double error) {
  /** Combines forks, each with a value for each of its rounds. */
  public static Ratio of(List<List<Double>> forks) {
    List<Double> medians = forks.stream().map(Ratio::median).sorted().toList();
    return new Ratio(median(medians), (medians.get(medians.size() - 1) - medians.get(0)) / 2);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The geometric mean of some. */
  public static double mean(List<Ratio> ratios) {
    return Math.exp(
        ratios.stream().mapToDouble(ratio -> Math.log(ratio.value())).average().orElse(Double.NaN));
  }

  /** The largest of some. */
  public static double worst(List<Ratio> ratios) {
    return ratios.stream().mapToDouble(Ratio::value).max().orElse(Double.NaN);
  }
}
