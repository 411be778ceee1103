package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.DoubleConsumer;

/** The twin of {@link DoubleConsumer}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileDoubleConsumer extends DoubleConsumer {
  /**
   * Does what {@link DoubleConsumer#accept} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default void accept$mobile(Continuation c, double value) {
    accept(value);
  }

  /**
   * Calls {@link DoubleConsumer#accept}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param consumer what to call it on
   */
  static void accept(Continuation c, DoubleConsumer consumer, double value) {
    if (consumer instanceof MobileDoubleConsumer mobile) {
      mobile.accept$mobile(c, value);
    } else {
      consumer.accept(value);
    }
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileDoubleConsumer {
    @Override
    void accept$mobile(Continuation c, double value);

    @Override
    default void accept(double value) {
      accept$mobile(Continuation.PINNED, value);
    }
  }
}
