package io.leverage.preprocessor;

/** A bug in the preprocessor: the user's sources are not to blame. */
public final class PreprocessorBug extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param where what was being worked on
   * @param cause what happened
   */
  public PreprocessorBug(String where, Throwable cause) {
    super("Leverage has a bug: it failed " + where, cause);
  }

  /**
   * Creates the exception.
   *
   * @param what what happened, and where
   */
  public PreprocessorBug(String what) {
    super("Leverage has a bug: " + what);
  }
}
