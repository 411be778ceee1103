package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.IntToLongFunction;

/** The twin of {@link IntToLongFunction}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileIntToLongFunction extends IntToLongFunction {
  /**
   * Does what {@link IntToLongFunction#applyAsLong} does; a transformed override can be captured in
   * it.
   *
   * @param c the continuation of the running thread
   */
  default long applyAsLong$mobile(Continuation c, int value) {
    return applyAsLong(value);
  }

  /**
   * Calls {@link IntToLongFunction#applyAsLong}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param function what to call it on
   */
  static long applyAsLong(Continuation c, IntToLongFunction function, int value) {
    return function instanceof MobileIntToLongFunction mobile
        ? mobile.applyAsLong$mobile(c, value)
        : function.applyAsLong(value);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileIntToLongFunction {
    @Override
    long applyAsLong$mobile(Continuation c, int value);

    @Override
    default long applyAsLong(int value) {
      return applyAsLong$mobile(Continuation.PINNED, value);
    }
  }
}
