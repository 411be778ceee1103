package io.leverage.runtime.internal.exec;

import io.leverage.continuation.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Removes the runtime's own frames from stack traces, which then read as without the runtime. */
final class UserTrace {

  private final ClassLoader loader;
  private final Set<Throwable> cleaned = Collections.newSetFromMap(new IdentityHashMap<>());

  private UserTrace(ClassLoader loader) {
    this.loader = loader;
  }

  static UserTrace of(ClassLoader loader) {
    return new UserTrace(loader);
  }

  void clean(Throwable failure) {
    if (!cleaned.add(failure)) {
      return;
    }
    List<StackTraceElement> kept = new ArrayList<>();
    boolean outermost = true;
    StackTraceElement[] trace = failure.getStackTrace();
    for (int i = trace.length - 1; i >= 0; i--) {
      // Below main there are only the frames that start threads and call it.
      outermost &= isJdk(trace[i]) || isOurs(trace[i]);
      if (!outermost && !isOurs(trace[i]) && !isFrame(trace[i])) {
        kept.add(0, trace[i]);
      }
    }
    failure.setStackTrace(kept.toArray(StackTraceElement[]::new));
    if (failure.getCause() != null) {
      clean(failure.getCause());
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      clean(suppressed);
    }
  }

  private static boolean isJdk(StackTraceElement element) {
    String name = element.getClassName();
    return name.startsWith("java.") || name.startsWith("jdk.");
  }

  private static boolean isOurs(StackTraceElement element) {
    return element.getClassName().startsWith("io.leverage.continuation.")
        || element.getClassName().startsWith("io.leverage.runtime.");
  }

  private boolean isFrame(StackTraceElement element) {
    if (!element.getClassName().contains("$")) {
      return false;
    }
    try {
      return Frame.class.isAssignableFrom(Class.forName(element.getClassName(), false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
