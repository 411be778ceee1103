package io.leverage.preprocessor;

/** The preprocessor was asked for something that it can't do, whatever the sources say. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what is wrong, and what to do about it
   */
  public UsageException(String message) {
    super(message);
  }
}
