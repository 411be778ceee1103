package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.ObjLongConsumer;

/** The twin of {@link ObjLongConsumer}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileObjLongConsumer<T> extends ObjLongConsumer<T> {
  /**
   * Does what {@link ObjLongConsumer#accept} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default void accept$mobile(Continuation c, T t, long value) {
    accept(t, value);
  }

  /**
   * Calls {@link ObjLongConsumer#accept}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param consumer what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T> void accept(Continuation c, ObjLongConsumer<? super T> consumer, T t, long value) {
    if (consumer instanceof MobileObjLongConsumer<?>) {
      ((MobileObjLongConsumer<T>) consumer).accept$mobile(c, t, value);
    } else {
      consumer.accept(t, value);
    }
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T> extends MobileObjLongConsumer<T> {
    @Override
    void accept$mobile(Continuation c, T t, long value);

    @Override
    default void accept(T t, long value) {
      accept$mobile(Continuation.PINNED, t, value);
    }
  }
}
