package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.LongUnaryOperator;

/** The twin of {@link LongUnaryOperator}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileLongUnaryOperator extends LongUnaryOperator {
  /**
   * Does what {@link LongUnaryOperator#applyAsLong} does; a transformed override can be captured in
   * it.
   *
   * @param c the continuation of the running thread
   */
  default long applyAsLong$mobile(Continuation c, long operand) {
    return applyAsLong(operand);
  }

  /**
   * Calls {@link LongUnaryOperator#applyAsLong}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param operator what to call it on
   */
  static long applyAsLong(Continuation c, LongUnaryOperator operator, long operand) {
    return operator instanceof MobileLongUnaryOperator mobile
        ? mobile.applyAsLong$mobile(c, operand)
        : operator.applyAsLong(operand);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileLongUnaryOperator {
    @Override
    long applyAsLong$mobile(Continuation c, long operand);

    @Override
    default long applyAsLong(long operand) {
      return applyAsLong$mobile(Continuation.PINNED, operand);
    }
  }
}
