package io.leverage.runtime.cli;

/** Reports what {@code main} threw, as the JVM does. */
final class Uncaught {
  private Uncaught() {}

  static void report(Throwable failure) {
    Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    if (handler != null) {
      handler.uncaughtException(Thread.currentThread(), failure);
      return;
    }
    System.err.print("Exception in thread \"main\" ");
    failure.printStackTrace();
  }
}
