package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;

/** The twin of {@link Runnable}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileRunnable extends Runnable {
  /**
   * Does what {@link Runnable#run} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default void run$mobile(Continuation c) {
    run();
  }

  /**
   * Calls {@link Runnable#run}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param runnable what to call it on
   */
  static void run(Continuation c, Runnable runnable) {
    if (runnable instanceof MobileRunnable mobile) {
      mobile.run$mobile(c);
    } else {
      runnable.run();
    }
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileRunnable {
    @Override
    void run$mobile(Continuation c);

    @Override
    default void run() {
      run$mobile(Continuation.PINNED);
    }
  }
}
