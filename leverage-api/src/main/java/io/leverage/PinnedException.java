package io.leverage;

/**
 * A virtual thread had to wait or to be captured below a foreign frame: a constructor, a lambda, a
 * library's call-back, or code that was not preprocessed. Such a frame can't be captured, so the
 * call is refused instead of blocking the worker.
 */
public final class PinnedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param operation what was attempted
   */
  public PinnedException(String operation) {
    super(
        operation
            + " below a frame that can't be captured (see the stack trace: a constructor, a lambda,"
            + " a library's call-back, or a class that was not preprocessed). Move the call out"
            + " of it, or run the preprocessor on the class.");
  }
}
