package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.DoubleToLongFunction;

/** The twin of {@link DoubleToLongFunction}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileDoubleToLongFunction extends DoubleToLongFunction {
  /**
   * Does what {@link DoubleToLongFunction#applyAsLong} does; a transformed override can be captured
   * in it.
   *
   * @param c the continuation of the running thread
   */
  default long applyAsLong$mobile(Continuation c, double value) {
    return applyAsLong(value);
  }

  /**
   * Calls {@link DoubleToLongFunction#applyAsLong}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param function what to call it on
   */
  static long applyAsLong(Continuation c, DoubleToLongFunction function, double value) {
    return function instanceof MobileDoubleToLongFunction mobile
        ? mobile.applyAsLong$mobile(c, value)
        : function.applyAsLong(value);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileDoubleToLongFunction {
    @Override
    long applyAsLong$mobile(Continuation c, double value);

    @Override
    default long applyAsLong(double value) {
      return applyAsLong$mobile(Continuation.PINNED, value);
    }
  }
}
