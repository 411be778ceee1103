package io.leverage.runtime.internal.exec;

import io.leverage.continuation.Continuation;
import io.leverage.continuation.Frame;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * What reflection tells of a program's classes, without what the preprocessor added: methods that
 * take a continuation first, frame classes, and twins of the JDK's interfaces.
 *
 * <p>A program's own code calls these instead of the methods of {@link Class} of the same names;
 * see {@link io.leverage.runtime.MobileClassLoader}.
 */
public final class UserMembers {
  private static final String TWINS = "io.leverage.continuation.twin";

  private UserMembers() {}

  /** Does what {@link Class#getMethods} does. */
  public static Method[] getMethods(Class<?> type) {
    return without(type.getMethods(), UserMembers::isGenerated);
  }

  /** Does what {@link Class#getDeclaredMethods} does. */
  public static Method[] getDeclaredMethods(Class<?> type) {
    return without(type.getDeclaredMethods(), UserMembers::isGenerated);
  }

  /** Does what {@link Class#getClasses} does. */
  public static Class<?>[] getClasses(Class<?> type) {
    return without(type.getClasses(), Frame.class::isAssignableFrom);
  }

  /** Does what {@link Class#getDeclaredClasses} does. */
  public static Class<?>[] getDeclaredClasses(Class<?> type) {
    return without(type.getDeclaredClasses(), Frame.class::isAssignableFrom);
  }

  /** Does what {@link Class#getInterfaces} does. */
  public static Class<?>[] getInterfaces(Class<?> type) {
    return Arrays.stream(type.getInterfaces())
        .map(each -> isTwin(each) ? each.getInterfaces()[0] : each)
        .distinct() // a class has the interface beside its twin
        .toArray(Class<?>[]::new);
  }

  private static boolean isGenerated(Method method) {
    return method.getParameterCount() > 0 && method.getParameterTypes()[0] == Continuation.class;
  }

  private static boolean isTwin(Class<?> type) {
    return type.getPackageName().equals(TWINS);
  }

  private static <T> T[] without(T[] all, Predicate<T> hidden) {
    return Arrays.stream(all).filter(hidden.negate()).toArray(count -> Arrays.copyOf(all, count));
  }
}
