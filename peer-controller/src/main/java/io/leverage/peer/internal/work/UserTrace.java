package io.leverage.peer.internal.work;

import io.leverage.continuation.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Stack traces as the user's own sources have them: without the frames of the worker and of
 * generated frame classes.
 */
final class UserTrace {
  private static final List<String> OURS =
      List.of(
          "io.leverage.continuation.",
          "io.leverage.spi.",
          "io.leverage.peer.",
          "io.leverage.runtime.");

  private final ClassLoader loader;

  UserTrace(ClassLoader loader) {
    this.loader = loader;
  }

  /** Cleans a throwable, its causes and what it suppressed. */
  void clean(Throwable throwable) {
    clean(throwable, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private void clean(Throwable throwable, Set<Throwable> done) {
    if (done.add(throwable)) {
      throwable.setStackTrace(clean(throwable.getStackTrace()));
      if (throwable.getCause() != null) {
        clean(throwable.getCause(), done);
      }
      for (Throwable suppressed : throwable.getSuppressed()) {
        clean(suppressed, done);
      }
    }
  }

  /** Cleans a trace. */
  StackTraceElement[] clean(StackTraceElement[] trace) {
    List<StackTraceElement> kept = new ArrayList<>(trace.length);
    boolean carrier = false;
    for (StackTraceElement element : trace) {
      carrier |= element.getClassName().equals(Carriers.class.getName());
      if (!carrier && isUsers(element.getClassName())) {
        kept.add(element);
      }
    }
    return kept.toArray(new StackTraceElement[0]);
  }

  private boolean isUsers(String className) {
    return OURS.stream().noneMatch(className::startsWith) && !isFrame(className);
  }

  private boolean isFrame(String className) {
    if (className.indexOf('$') < 0) {
      return false;
    }
    try {
      return Frame.class.isAssignableFrom(Class.forName(className, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      // Hidden classes, such as those of lambdas, have no name to be found by: no frames.
      return false;
    }
  }
}
