package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.ToDoubleFunction;

/** The twin of {@link ToDoubleFunction}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileToDoubleFunction<T> extends ToDoubleFunction<T> {
  /**
   * Does what {@link ToDoubleFunction#applyAsDouble} does; a transformed override can be captured
   * in it.
   *
   * @param c the continuation of the running thread
   */
  default double applyAsDouble$mobile(Continuation c, T t) {
    return applyAsDouble(t);
  }

  /**
   * Calls {@link ToDoubleFunction#applyAsDouble}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param function what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T> double applyAsDouble(Continuation c, ToDoubleFunction<? super T> function, T t) {
    return function instanceof MobileToDoubleFunction<?>
        ? ((MobileToDoubleFunction<T>) function).applyAsDouble$mobile(c, t)
        : function.applyAsDouble(t);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T> extends MobileToDoubleFunction<T> {
    @Override
    double applyAsDouble$mobile(Continuation c, T t);

    @Override
    default double applyAsDouble(T t) {
      return applyAsDouble$mobile(Continuation.PINNED, t);
    }
  }
}
