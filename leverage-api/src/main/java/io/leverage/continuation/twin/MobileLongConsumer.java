package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.LongConsumer;

/** The twin of {@link LongConsumer}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileLongConsumer extends LongConsumer {
  /**
   * Does what {@link LongConsumer#accept} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default void accept$mobile(Continuation c, long value) {
    accept(value);
  }

  /**
   * Calls {@link LongConsumer#accept}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param consumer what to call it on
   */
  static void accept(Continuation c, LongConsumer consumer, long value) {
    if (consumer instanceof MobileLongConsumer mobile) {
      mobile.accept$mobile(c, value);
    } else {
      consumer.accept(value);
    }
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileLongConsumer {
    @Override
    void accept$mobile(Continuation c, long value);

    @Override
    default void accept(long value) {
      accept$mobile(Continuation.PINNED, value);
    }
  }
}
