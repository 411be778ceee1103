package io.leverage;

/**
 * A virtual thread ended by throwing. The cause is what its task threw, with the task's own stack
 * trace; if its class isn't known here, the message holds the trace as text.
 */
public final class TaskFailedException extends LeverageException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message which thread failed and where
   * @param cause what the task threw
   */
  public TaskFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Creates the exception for a failure whose class isn't known here.
   *
   * @param message which thread failed, and its trace as text
   */
  public TaskFailedException(String message) {
    super(message);
  }
}
