package io.leverage.preprocessor;

/** Where code asks whether it is to be captured, beside its calls that wait. */
public enum Polls {
  /** In loops, and at the entries of recursive methods: enough to be captured soon. */
  LOOPS,
  /** Also at the entry of each method: slower, for tests that freeze code in as many places. */
  METHODS
}
