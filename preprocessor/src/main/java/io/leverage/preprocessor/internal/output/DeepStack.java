package io.leverage.preprocessor.internal.output;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs something with a stack that is deep enough for recursion over trees of generated code. */
public final class DeepStack {
  private static final long BYTES = 512L << 20;

  private DeepStack() {}

  /**
   * Runs something in a thread of its own, and waits for it.
   *
   * @param task what to run
   * @param <T> the type of its result
   * @return its result
   */
  public static <T> T call(Callable<T> task) {
    FutureTask<T> future = new FutureTask<>(task);
    Thread thread = new Thread(null, future, "leverage-preprocessor", BYTES);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.start();
    try {
      return future.get();
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while preprocessing", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      } else if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
