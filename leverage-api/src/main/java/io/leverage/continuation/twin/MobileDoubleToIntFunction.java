package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.DoubleToIntFunction;

/** The twin of {@link DoubleToIntFunction}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileDoubleToIntFunction extends DoubleToIntFunction {
  /**
   * Does what {@link DoubleToIntFunction#applyAsInt} does; a transformed override can be captured
   * in it.
   *
   * @param c the continuation of the running thread
   */
  default int applyAsInt$mobile(Continuation c, double value) {
    return applyAsInt(value);
  }

  /**
   * Calls {@link DoubleToIntFunction#applyAsInt}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param function what to call it on
   */
  static int applyAsInt(Continuation c, DoubleToIntFunction function, double value) {
    return function instanceof MobileDoubleToIntFunction mobile
        ? mobile.applyAsInt$mobile(c, value)
        : function.applyAsInt(value);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileDoubleToIntFunction {
    @Override
    int applyAsInt$mobile(Continuation c, double value);

    @Override
    default int applyAsInt(double value) {
      return applyAsInt$mobile(Continuation.PINNED, value);
    }
  }
}
