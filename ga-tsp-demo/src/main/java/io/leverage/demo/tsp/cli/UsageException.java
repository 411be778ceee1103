package io.leverage.demo.tsp.cli;

/** The command line can't be understood; the message says which argument and what would do. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
