package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.LongToDoubleFunction;

/** The twin of {@link LongToDoubleFunction}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileLongToDoubleFunction extends LongToDoubleFunction {
  /**
   * Does what {@link LongToDoubleFunction#applyAsDouble} does; a transformed override can be
   * captured in it.
   *
   * @param c the continuation of the running thread
   */
  default double applyAsDouble$mobile(Continuation c, long value) {
    return applyAsDouble(value);
  }

  /**
   * Calls {@link LongToDoubleFunction#applyAsDouble}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param function what to call it on
   */
  static double applyAsDouble(Continuation c, LongToDoubleFunction function, long value) {
    return function instanceof MobileLongToDoubleFunction mobile
        ? mobile.applyAsDouble$mobile(c, value)
        : function.applyAsDouble(value);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileLongToDoubleFunction {
    @Override
    double applyAsDouble$mobile(Continuation c, long value);

    @Override
    default double applyAsDouble(long value) {
      return applyAsDouble$mobile(Continuation.PINNED, value);
    }
  }
}
