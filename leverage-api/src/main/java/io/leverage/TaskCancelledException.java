package io.leverage;

/** A virtual thread has no result because it was cancelled or its virtual computer was closed. */
public final class TaskCancelledException extends LeverageException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message which thread was cancelled, and by what
   */
  public TaskCancelledException(String message) {
    super(message);
  }
}
