package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.io.Closeable;
import java.io.IOException;

/** The twin of {@link Closeable}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileCloseable extends Closeable, MobileAutoCloseable {
  /**
   * Does what {@link Closeable#close} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   * @throws IOException as the original declares
   */
  @Override
  default void close$mobile(Continuation c) throws IOException {
    close();
  }

  /**
   * Calls {@link Closeable#close}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param resource what to call it on
   * @throws IOException as the original declares
   */
  static void close(Continuation c, Closeable resource) throws IOException {
    if (resource instanceof MobileCloseable mobile) {
      mobile.close$mobile(c);
    } else {
      resource.close();
    }
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileCloseable {
    @Override
    void close$mobile(Continuation c) throws IOException;

    @Override
    default void close() throws IOException {
      close$mobile(Continuation.PINNED);
    }
  }
}
