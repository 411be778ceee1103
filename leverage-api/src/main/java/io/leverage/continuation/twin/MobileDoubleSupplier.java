package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.DoubleSupplier;

/** The twin of {@link DoubleSupplier}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileDoubleSupplier extends DoubleSupplier {
  /**
   * Does what {@link DoubleSupplier#getAsDouble} does; a transformed override can be captured in
   * it.
   *
   * @param c the continuation of the running thread
   */
  default double getAsDouble$mobile(Continuation c) {
    return getAsDouble();
  }

  /**
   * Calls {@link DoubleSupplier#getAsDouble}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param supplier what to call it on
   */
  static double getAsDouble(Continuation c, DoubleSupplier supplier) {
    return supplier instanceof MobileDoubleSupplier mobile
        ? mobile.getAsDouble$mobile(c)
        : supplier.getAsDouble();
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileDoubleSupplier {
    @Override
    double getAsDouble$mobile(Continuation c);

    @Override
    default double getAsDouble() {
      return getAsDouble$mobile(Continuation.PINNED);
    }
  }
}
