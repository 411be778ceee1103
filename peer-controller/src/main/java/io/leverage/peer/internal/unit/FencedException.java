package io.leverage.peer.internal.unit;

/** The asking incarnation was fenced: it must stop, and nothing of it counts any more. */
public class FencedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message which incarnation, and what superseded it
   */
  public FencedException(String message) {
    super(message);
  }
}
