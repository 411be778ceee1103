package io.leverage;

/** The root of the exceptions that Leverage throws; the subclasses name the caller's next move. */
public abstract sealed class LeverageException extends RuntimeException
    permits RefusedException, UnreachableException, TaskFailedException, TaskCancelledException {
  private static final long serialVersionUID = 1L;

  LeverageException(String message) {
    super(message);
  }

  LeverageException(String message, Throwable cause) {
    super(message, cause);
  }
}
