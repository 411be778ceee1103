package io.leverage.demo.tsp.cli;

/** The demo can't go on; the message says why and where to look. */
final class DemoException extends Exception {
  private static final long serialVersionUID = 1L;

  DemoException(String message) {
    super(message);
  }
}
