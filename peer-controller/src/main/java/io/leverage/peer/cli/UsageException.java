package io.leverage.peer.cli;

/** A command was called wrongly; the message says how. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message which argument is wrong, and what would do
   */
  public UsageException(String message) {
    super(message);
  }
}
