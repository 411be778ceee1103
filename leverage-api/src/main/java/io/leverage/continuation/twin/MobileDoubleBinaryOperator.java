package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.DoubleBinaryOperator;

/** The twin of {@link DoubleBinaryOperator}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileDoubleBinaryOperator extends DoubleBinaryOperator {
  /**
   * Does what {@link DoubleBinaryOperator#applyAsDouble} does; a transformed override can be
   * captured in it.
   *
   * @param c the continuation of the running thread
   */
  default double applyAsDouble$mobile(Continuation c, double left, double right) {
    return applyAsDouble(left, right);
  }

  /**
   * Calls {@link DoubleBinaryOperator#applyAsDouble}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param operator what to call it on
   */
  static double applyAsDouble(
      Continuation c, DoubleBinaryOperator operator, double left, double right) {
    return operator instanceof MobileDoubleBinaryOperator mobile
        ? mobile.applyAsDouble$mobile(c, left, right)
        : operator.applyAsDouble(left, right);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileDoubleBinaryOperator {
    @Override
    double applyAsDouble$mobile(Continuation c, double left, double right);

    @Override
    default double applyAsDouble(double left, double right) {
      return applyAsDouble$mobile(Continuation.PINNED, left, right);
    }
  }
}
