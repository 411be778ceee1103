package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.LongToIntFunction;

/** The twin of {@link LongToIntFunction}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileLongToIntFunction extends LongToIntFunction {
  /**
   * Does what {@link LongToIntFunction#applyAsInt} does; a transformed override can be captured in
   * it.
   *
   * @param c the continuation of the running thread
   */
  default int applyAsInt$mobile(Continuation c, long value) {
    return applyAsInt(value);
  }

  /**
   * Calls {@link LongToIntFunction#applyAsInt}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param function what to call it on
   */
  static int applyAsInt(Continuation c, LongToIntFunction function, long value) {
    return function instanceof MobileLongToIntFunction mobile
        ? mobile.applyAsInt$mobile(c, value)
        : function.applyAsInt(value);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileLongToIntFunction {
    @Override
    int applyAsInt$mobile(Continuation c, long value);

    @Override
    default int applyAsInt(long value) {
      return applyAsInt$mobile(Continuation.PINNED, value);
    }
  }
}
