package io.leverage.demo.tsp.experiment;

import java.util.List;

/**
 * One repetition of one setup with one problem, in the terms of the paper.
 *
 * @param machines how many machines the setup has
 * @param size of the problem, in generations
 * @param rates the processing rate of each machine alone: problem size over execution time
 * @param rate the processing rate of the heterogeneous system
 */
public record Measurement(int machines, long size, List<Double> rates, double rate) {
  /** Copies the rates. */
  public Measurement {
    rates = List.copyOf(rates);
  }

  /** The ratio of the system's rate to that of the fastest participant. */
  public double speedup() {
    return rate / fastest();
  }

  /** The ratio of the sum of all participants' rates to that of the fastest. */
  public double maximumSpeedup() {
    return rates.stream().mapToDouble(Double::doubleValue).sum() / fastest();
  }

  /** The ratio of the attained speed-up to the maximum. */
  public double efficiency() {
    return speedup() / maximumSpeedup();
  }

  private double fastest() {
    return rates.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
