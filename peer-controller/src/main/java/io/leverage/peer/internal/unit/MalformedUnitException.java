package io.leverage.peer.internal.unit;

/** The bytes are no unit message: the link they came on can't be trusted any further. */
public final class MalformedUnitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedUnitException(String message) {
    super(message);
  }
}
