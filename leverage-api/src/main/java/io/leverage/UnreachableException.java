package io.leverage;

/** A peer or the mesh's state can't be reached now: the same request may succeed later. */
public final class UnreachableException extends LeverageException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what can't be reached, and what to check
   */
  public UnreachableException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message what can't be reached, and what to check
   * @param cause what showed it
   */
  public UnreachableException(String message, Throwable cause) {
    super(message, cause);
  }
}
