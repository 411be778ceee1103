package io.leverage.continuation;

import org.jspecify.annotations.Nullable;

/**
 * The transformed entry point of a virtual thread. The preprocessor lets each user class that
 * implements {@link java.util.concurrent.Callable} or {@link Runnable} implement it.
 */
public interface MobileTask {
  /**
   * Runs the task from its start.
   *
   * @param c the continuation of the running thread
   * @return the task's result; {@code null} for a {@link Runnable}
   */
  @Nullable Object runMobile(Continuation c) throws Throwable;
}
