package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.IntBinaryOperator;

/** The twin of {@link IntBinaryOperator}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileIntBinaryOperator extends IntBinaryOperator {
  /**
   * Does what {@link IntBinaryOperator#applyAsInt} does; a transformed override can be captured in
   * it.
   *
   * @param c the continuation of the running thread
   */
  default int applyAsInt$mobile(Continuation c, int left, int right) {
    return applyAsInt(left, right);
  }

  /**
   * Calls {@link IntBinaryOperator#applyAsInt}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param operator what to call it on
   */
  static int applyAsInt(Continuation c, IntBinaryOperator operator, int left, int right) {
    return operator instanceof MobileIntBinaryOperator mobile
        ? mobile.applyAsInt$mobile(c, left, right)
        : operator.applyAsInt(left, right);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileIntBinaryOperator {
    @Override
    int applyAsInt$mobile(Continuation c, int left, int right);

    @Override
    default int applyAsInt(int left, int right) {
      return applyAsInt$mobile(Continuation.PINNED, left, right);
    }
  }
}
