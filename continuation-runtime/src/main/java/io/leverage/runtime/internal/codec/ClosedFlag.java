package io.leverage.runtime.internal.codec;

import io.leverage.runtime.internal.classes.SuperCalls;
import java.io.FilterOutputStream;
import java.util.Arrays;

/**
 * The one private thing that a {@code FilterOutputStream} keeps: whether its own {@code close} ran.
 * It never ran if the class that extends it overrides {@code close} and doesn't call it.
 */
final class ClosedFlag {
  private ClosedFlag() {}

  /** Tells whether the flag can't be set in objects of a user's class, judging by its code. */
  static boolean isNeverSet(Class<?> type) {
    Class<?> top = Origin.topUserClass(type);
    return top.getSuperclass() == FilterOutputStream.class
        && Arrays.stream(top.getDeclaredMethods())
            .anyMatch(each -> each.getName().equals("close") && each.getParameterCount() == 0)
        && !SuperCalls.mayBeIn(top, "close");
  }
}
