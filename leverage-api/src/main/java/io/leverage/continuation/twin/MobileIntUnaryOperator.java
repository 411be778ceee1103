package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.IntUnaryOperator;

/** The twin of {@link IntUnaryOperator}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileIntUnaryOperator extends IntUnaryOperator {
  /**
   * Does what {@link IntUnaryOperator#applyAsInt} does; a transformed override can be captured in
   * it.
   *
   * @param c the continuation of the running thread
   */
  default int applyAsInt$mobile(Continuation c, int operand) {
    return applyAsInt(operand);
  }

  /**
   * Calls {@link IntUnaryOperator#applyAsInt}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param operator what to call it on
   */
  static int applyAsInt(Continuation c, IntUnaryOperator operator, int operand) {
    return operator instanceof MobileIntUnaryOperator mobile
        ? mobile.applyAsInt$mobile(c, operand)
        : operator.applyAsInt(operand);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileIntUnaryOperator {
    @Override
    int applyAsInt$mobile(Continuation c, int operand);

    @Override
    default int applyAsInt(int operand) {
      return applyAsInt$mobile(Continuation.PINNED, operand);
    }
  }
}
