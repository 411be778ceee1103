package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.IntToDoubleFunction;

/** The twin of {@link IntToDoubleFunction}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileIntToDoubleFunction extends IntToDoubleFunction {
  /**
   * Does what {@link IntToDoubleFunction#applyAsDouble} does; a transformed override can be
   * captured in it.
   *
   * @param c the continuation of the running thread
   */
  default double applyAsDouble$mobile(Continuation c, int value) {
    return applyAsDouble(value);
  }

  /**
   * Calls {@link IntToDoubleFunction#applyAsDouble}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param function what to call it on
   */
  static double applyAsDouble(Continuation c, IntToDoubleFunction function, int value) {
    return function instanceof MobileIntToDoubleFunction mobile
        ? mobile.applyAsDouble$mobile(c, value)
        : function.applyAsDouble(value);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileIntToDoubleFunction {
    @Override
    double applyAsDouble$mobile(Continuation c, int value);

    @Override
    default double applyAsDouble(int value) {
      return applyAsDouble$mobile(Continuation.PINNED, value);
    }
  }
}
