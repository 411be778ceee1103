package io.leverage.spi;

import org.jspecify.annotations.Nullable;

/**
 * Runs tasks that nobody knows by name, many small ones in one virtual thread. Safe for use by many
 * threads.
 */
public interface TaskFarm {
  /** Hears how a task ended, once, on a thread of the library; must not block. */
  interface Listener {
    /** It returned. */
    void returned(@Nullable Object value);

    /** It threw, or it could not be run. */
    void failed(Throwable cause);

    /** It was cancelled, by whoever had it run or because the virtual computer was closed. */
    void cancelled();
  }

  /**
   * Has a task run. Waits while too many wait already.
   *
   * @param task a {@code Callable} or {@code Runnable}; copied before this returns
   * @return cancels the task, as soon as it can be
   */
  Runnable run(Object task, Listener listener);
}
