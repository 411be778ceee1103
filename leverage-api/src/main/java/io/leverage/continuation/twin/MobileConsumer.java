package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.Consumer;

/** The twin of {@link Consumer}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileConsumer<T> extends Consumer<T> {
  /**
   * Does what {@link Consumer#accept} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default void accept$mobile(Continuation c, T t) {
    accept(t);
  }

  /**
   * Calls {@link Consumer#accept}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param consumer what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T> void accept(Continuation c, Consumer<? super T> consumer, T t) {
    if (consumer instanceof MobileConsumer<?>) {
      ((MobileConsumer<T>) consumer).accept$mobile(c, t);
    } else {
      consumer.accept(t);
    }
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T> extends MobileConsumer<T> {
    @Override
    void accept$mobile(Continuation c, T t);

    @Override
    default void accept(T t) {
      accept$mobile(Continuation.PINNED, t);
    }
  }
}
