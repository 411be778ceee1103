package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.BiConsumer;

/** The twin of {@link BiConsumer}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileBiConsumer<T, U> extends BiConsumer<T, U> {
  /**
   * Does what {@link BiConsumer#accept} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default void accept$mobile(Continuation c, T t, U u) {
    accept(t, u);
  }

  /**
   * Calls {@link BiConsumer#accept}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param consumer what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T, U> void accept(Continuation c, BiConsumer<? super T, ? super U> consumer, T t, U u) {
    if (consumer instanceof MobileBiConsumer<?, ?>) {
      ((MobileBiConsumer<T, U>) consumer).accept$mobile(c, t, u);
    } else {
      consumer.accept(t, u);
    }
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T, U> extends MobileBiConsumer<T, U> {
    @Override
    void accept$mobile(Continuation c, T t, U u);

    @Override
    default void accept(T t, U u) {
      accept$mobile(Continuation.PINNED, t, u);
    }
  }
}
