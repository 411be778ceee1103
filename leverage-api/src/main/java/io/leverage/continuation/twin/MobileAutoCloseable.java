package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;

/** The twin of {@link AutoCloseable}: transformed code enters it with its continuation. */
@FunctionalInterface
@SuppressWarnings("try") // close throws what AutoCloseable declares
public interface MobileAutoCloseable extends AutoCloseable {
  /**
   * Does what {@link AutoCloseable#close} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   * @throws Exception as the original declares
   */
  default void close$mobile(Continuation c) throws Exception {
    close();
  }

  /**
   * Calls {@link AutoCloseable#close}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param resource what to call it on
   * @throws Exception as the original declares
   */
  static void close(Continuation c, AutoCloseable resource) throws Exception {
    if (resource instanceof MobileAutoCloseable mobile) {
      mobile.close$mobile(c);
    } else {
      resource.close();
    }
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileAutoCloseable {
    @Override
    void close$mobile(Continuation c) throws Exception;

    @Override
    default void close() throws Exception {
      close$mobile(Continuation.PINNED);
    }
  }
}
