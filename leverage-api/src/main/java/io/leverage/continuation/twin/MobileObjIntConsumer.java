package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.ObjIntConsumer;

/** The twin of {@link ObjIntConsumer}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileObjIntConsumer<T> extends ObjIntConsumer<T> {
  /**
   * Does what {@link ObjIntConsumer#accept} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default void accept$mobile(Continuation c, T t, int value) {
    accept(t, value);
  }

  /**
   * Calls {@link ObjIntConsumer#accept}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param consumer what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T> void accept(Continuation c, ObjIntConsumer<? super T> consumer, T t, int value) {
    if (consumer instanceof MobileObjIntConsumer<?>) {
      ((MobileObjIntConsumer<T>) consumer).accept$mobile(c, t, value);
    } else {
      consumer.accept(t, value);
    }
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T> extends MobileObjIntConsumer<T> {
    @Override
    void accept$mobile(Continuation c, T t, int value);

    @Override
    default void accept(T t, int value) {
      accept$mobile(Continuation.PINNED, t, value);
    }
  }
}
