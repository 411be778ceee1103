package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.ObjDoubleConsumer;

/** The twin of {@link ObjDoubleConsumer}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileObjDoubleConsumer<T> extends ObjDoubleConsumer<T> {
  /**
   * Does what {@link ObjDoubleConsumer#accept} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default void accept$mobile(Continuation c, T t, double value) {
    accept(t, value);
  }

  /**
   * Calls {@link ObjDoubleConsumer#accept}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param consumer what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T> void accept(Continuation c, ObjDoubleConsumer<? super T> consumer, T t, double value) {
    if (consumer instanceof MobileObjDoubleConsumer<?>) {
      ((MobileObjDoubleConsumer<T>) consumer).accept$mobile(c, t, value);
    } else {
      consumer.accept(t, value);
    }
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T> extends MobileObjDoubleConsumer<T> {
    @Override
    void accept$mobile(Continuation c, T t, double value);

    @Override
    default void accept(T t, double value) {
      accept$mobile(Continuation.PINNED, t, value);
    }
  }
}
