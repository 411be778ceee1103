package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.DataKey;

/** How a loop of a transformed method polls. */
public enum PollKind {
  /** Not at all: a counted, call-free innermost loop with a small constant trip count. */
  NONE,
  /** At the start of each iteration. */
  EVERY_ITERATION,
  /**
   * Once in 1,024 iterations, by an outer loop around strips: a counted, call-free innermost loop.
   * Any branch in its body would stop the just-in-time compiler from vectorising it.
   */
  STRIP_MINED;

  /** Where a loop statement carries its kind. Loops of untransformed methods carry none. */
  public static final DataKey<PollKind> KEY = new DataKey<>() {};
}
