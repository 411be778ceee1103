package io.leverage.continuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stack traces as the program's own sources have them: without the frames of generated classes and
 * of Leverage, and without what is below a thread's first method. The preprocessor lets code that
 * reads or prints a trace call {@link #of(Throwable)} first.
 */
public final class UserTrace {
  private static final List<String> OURS =
      List.of(
          "io.leverage.continuation.",
          "io.leverage.spi.",
          "io.leverage.peer.",
          "io.leverage.runtime.");

  /** What a constructor becomes behind {@code super(..)}. */
  private static final Pattern CONSTRUCTOR = Pattern.compile("init\\$\\d*");

  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private UserTrace() {}

  /**
   * Cleans a throwable, its causes and what it suppressed, if their traces can be written.
   *
   * @param failure may be null
   * @return the same one
   */
  public static <T extends @Nullable Throwable> T of(T failure) {
    if (failure != null) {
      clean(failure, WALKER.getCallerClass().getClassLoader());
    }
    return failure;
  }

  /**
   * Cleans a trace.
   *
   * @return a new one; the given one is not changed
   */
  public static StackTraceElement[] of(StackTraceElement[] trace) {
    return clean(trace, WALKER.getCallerClass().getClassLoader());
  }

  /**
   * Cleans a throwable, its causes and what it suppressed.
   *
   * @param loader that of the program's classes
   */
  public static void clean(Throwable failure, @Nullable ClassLoader loader) {
    clean(failure, loader, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static void clean(Throwable failure, @Nullable ClassLoader loader, Set<Throwable> done) {
    if (!done.add(failure)) {
      return;
    }
    StackTraceElement[] trace = failure.getStackTrace();
    StackTraceElement[] cleaned = clean(trace, loader);
    if (!Arrays.equals(cleaned, trace)) {
      failure.setStackTrace(cleaned);
    }
    if (failure.getCause() != null) {
      clean(failure.getCause(), loader, done);
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      clean(suppressed, loader, done);
    }
  }

  /**
   * Cleans a trace.
   *
   * @param loader that of the program's classes
   * @return a new one; the given one is not changed
   */
  public static StackTraceElement[] clean(StackTraceElement[] trace, @Nullable ClassLoader loader) {
    List<StackTraceElement> kept = new ArrayList<>(trace.length);
    boolean inConstructor = false;
    for (StackTraceElement each : List.of(trace).subList(0, first(trace))) {
      boolean isBody = CONSTRUCTOR.matcher(each.getMethodName()).matches();
      boolean calledBody = inConstructor && each.getMethodName().equals("<init>");
      inConstructor = isBody;
      if (!calledBody && !isFactory(each) && !isOurs(each) && !isFrame(each, loader)) {
        kept.add(isBody ? constructor(each) : each);
      }
    }
    return kept.toArray(new StackTraceElement[0]);
  }

  /** Finds where a thread's first method ends; below it, there is only what calls it. */
  private static int first(StackTraceElement[] trace) {
    int end = trace.length;
    boolean ours = false;
    while (end > 0 && (isOurs(trace[end - 1]) || isJdk(trace[end - 1]))) {
      end--;
      ours |= isOurs(trace[end]);
    }
    return ours ? end : trace.length;
  }

  private static StackTraceElement constructor(StackTraceElement body) {
    return new StackTraceElement(
        body.getClassLoaderName(),
        body.getModuleName(),
        body.getModuleVersion(),
        body.getClassName(),
        "<init>",
        body.getFileName(),
        body.getLineNumber());
  }

  private static boolean isFactory(StackTraceElement element) {
    return element.getMethodName().equals("new$" + element.getClassName().replace('.', '$'));
  }

  private static boolean isOurs(StackTraceElement element) {
    return OURS.stream().anyMatch(element.getClassName()::startsWith);
  }

  private static boolean isJdk(StackTraceElement element) {
    String name = element.getClassName();
    return name.startsWith("java.") || name.startsWith("jdk.");
  }

  private static boolean isFrame(StackTraceElement element, @Nullable ClassLoader loader) {
    if (element.getClassName().indexOf('$') < 0) {
      return false;
    }
    try {
      return Frame.class.isAssignableFrom(Class.forName(element.getClassName(), false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      // Hidden classes, such as those of lambdas, have no name to be found by: no frames.
      return false;
    }
  }
}
