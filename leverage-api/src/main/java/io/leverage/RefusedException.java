package io.leverage;

/**
 * The request can't be met as it stands: change it before trying again. The message says what to
 * change.
 */
public non-sealed class RefusedException extends LeverageException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what is wrong, and what to do about it
   */
  public RefusedException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message what is wrong, and what to do about it
   * @param cause what showed it
   */
  public RefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
