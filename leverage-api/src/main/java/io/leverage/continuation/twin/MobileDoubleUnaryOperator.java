package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.DoubleUnaryOperator;

/** The twin of {@link DoubleUnaryOperator}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileDoubleUnaryOperator extends DoubleUnaryOperator {
  /**
   * Does what {@link DoubleUnaryOperator#applyAsDouble} does; a transformed override can be
   * captured in it.
   *
   * @param c the continuation of the running thread
   */
  default double applyAsDouble$mobile(Continuation c, double operand) {
    return applyAsDouble(operand);
  }

  /**
   * Calls {@link DoubleUnaryOperator#applyAsDouble}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param operator what to call it on
   */
  static double applyAsDouble(Continuation c, DoubleUnaryOperator operator, double operand) {
    return operator instanceof MobileDoubleUnaryOperator mobile
        ? mobile.applyAsDouble$mobile(c, operand)
        : operator.applyAsDouble(operand);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileDoubleUnaryOperator {
    @Override
    double applyAsDouble$mobile(Continuation c, double operand);

    @Override
    default double applyAsDouble(double operand) {
      return applyAsDouble$mobile(Continuation.PINNED, operand);
    }
  }
}
