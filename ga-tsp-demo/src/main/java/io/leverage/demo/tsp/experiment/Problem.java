package io.leverage.demo.tsp.experiment;

import java.io.Serializable;

/**
 * A problem of the evaluation.
 *
 * @param generations its size: how many generations are evolved, by all islands together
 * @param interval after how many generations an island interbreeds
 * @param seed from which each island's random numbers start
 */
public record Problem(long generations, long interval, long seed) implements Serializable {
  /** How many cities its instance has. */
  public static final String INSTANCE = "random:200:1";
}
