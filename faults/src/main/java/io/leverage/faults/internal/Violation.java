package io.leverage.faults.internal;

/** Something does not hold that must hold whatever fails. */
final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Violation(String message) {
    super(message);
  }
}
