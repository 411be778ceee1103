package io.leverage.preprocessor;

/** How much a diagnostic matters. */
public enum Severity {
  /** The source can't be transformed as it stands. */
  ERROR,
  /** The source is transformed, but something in it runs pinned. */
  WARNING
}
