package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.LongBinaryOperator;

/** The twin of {@link LongBinaryOperator}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileLongBinaryOperator extends LongBinaryOperator {
  /**
   * Does what {@link LongBinaryOperator#applyAsLong} does; a transformed override can be captured
   * in it.
   *
   * @param c the continuation of the running thread
   */
  default long applyAsLong$mobile(Continuation c, long left, long right) {
    return applyAsLong(left, right);
  }

  /**
   * Calls {@link LongBinaryOperator#applyAsLong}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param operator what to call it on
   */
  static long applyAsLong(Continuation c, LongBinaryOperator operator, long left, long right) {
    return operator instanceof MobileLongBinaryOperator mobile
        ? mobile.applyAsLong$mobile(c, left, right)
        : operator.applyAsLong(left, right);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileLongBinaryOperator {
    @Override
    long applyAsLong$mobile(Continuation c, long left, long right);

    @Override
    default long applyAsLong(long left, long right) {
      return applyAsLong$mobile(Continuation.PINNED, left, right);
    }
  }
}
