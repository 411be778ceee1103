package io.leverage.junit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test that is not mobile, or where a failing test was frozen last: then its stack trace is the
 * frozen stack.
 */
public final class MobilityError extends AssertionError {
  private static final long serialVersionUID = 1L;

  MobilityError(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static MobilityError frozen(String message, List<StackTraceElement> stack) {
    MobilityError error = new MobilityError(message, null);
    error.setStackTrace(stack.toArray(StackTraceElement[]::new));
    return error;
  }
}
