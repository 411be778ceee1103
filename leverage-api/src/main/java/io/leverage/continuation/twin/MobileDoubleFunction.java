package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.DoubleFunction;

/** The twin of {@link DoubleFunction}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileDoubleFunction<R> extends DoubleFunction<R> {
  /**
   * Does what {@link DoubleFunction#apply} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default R apply$mobile(Continuation c, double value) {
    return apply(value);
  }

  /**
   * Calls {@link DoubleFunction#apply}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param function what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <R> R apply(Continuation c, DoubleFunction<? extends R> function, double value) {
    return function instanceof MobileDoubleFunction<?>
        ? ((MobileDoubleFunction<R>) function).apply$mobile(c, value)
        : function.apply(value);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<R> extends MobileDoubleFunction<R> {
    @Override
    R apply$mobile(Continuation c, double value);

    @Override
    default R apply(double value) {
      return apply$mobile(Continuation.PINNED, value);
    }
  }
}
