package io.leverage.conformance.internal;

/** The ways in which the tests are run. */
public enum Mode {
  /** As they are, not preprocessed. */
  PLAIN,
  /** Preprocessed, polled, and never captured. */
  TRANSFORMED,
  /** Preprocessed, and moved to a fresh class loader at every n-th safepoint. */
  MIGRATED
}
