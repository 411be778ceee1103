package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.IntConsumer;

/** The twin of {@link IntConsumer}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileIntConsumer extends IntConsumer {
  /**
   * Does what {@link IntConsumer#accept} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default void accept$mobile(Continuation c, int value) {
    accept(value);
  }

  /**
   * Calls {@link IntConsumer#accept}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param consumer what to call it on
   */
  static void accept(Continuation c, IntConsumer consumer, int value) {
    if (consumer instanceof MobileIntConsumer mobile) {
      mobile.accept$mobile(c, value);
    } else {
      consumer.accept(value);
    }
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileIntConsumer {
    @Override
    void accept$mobile(Continuation c, int value);

    @Override
    default void accept(int value) {
      accept$mobile(Continuation.PINNED, value);
    }
  }
}
