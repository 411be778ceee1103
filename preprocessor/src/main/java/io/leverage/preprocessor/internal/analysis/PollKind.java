package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.DataKey;

/** How a loop of a transformed method polls. */
public enum PollKind {
  /** Not at all: a loop with a small constant trip count that does little between two polls. */
  NONE,
  /** At the start of each iteration. */
  EVERY_ITERATION,
  /**
   * Once in 1,024 iterations, by an outer loop around strips: a loop whose iterations are short.
   * Any branch in its body would stop the just-in-time compiler from vectorising it, and a volatile
   * read there from keeping fields in registers.
   */
  STRIP_MINED;

  /** Where a loop statement carries its kind. Loops of untransformed methods carry none. */
  public static final DataKey<PollKind> KEY = new DataKey<>() {};
}
