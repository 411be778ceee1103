package io.leverage.runtime.internal.exec;

import java.lang.Thread.UncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;

/** What ties a program to the class loader that it is in: what the JVM holds of it. */
final class Ties {
  private Ties() {}

  /** Tells why a program, asked in its main thread, must stay in a loader; null if it may move. */
  @SuppressWarnings("ReferenceEquality") // a thread group that is the thread's own handler
  static @Nullable String of(ProgramLoader loader) {
    String call = loader.stays();
    if (call != null) {
      return "the program called " + call;
    }
    Thread main = Thread.currentThread();
    if (main.getUncaughtExceptionHandler() != main.getThreadGroup()) {
      return "the program's main thread has an exception handler";
    }
    UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    return handler != null && handler.getClass().getClassLoader() instanceof ProgramLoader
        ? "the default exception handler is the program's"
        : null;
  }
}
