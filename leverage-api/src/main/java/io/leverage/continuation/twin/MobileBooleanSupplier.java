package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.BooleanSupplier;

/** The twin of {@link BooleanSupplier}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileBooleanSupplier extends BooleanSupplier {
  /**
   * Does what {@link BooleanSupplier#getAsBoolean} does; a transformed override can be captured in
   * it.
   *
   * @param c the continuation of the running thread
   */
  default boolean getAsBoolean$mobile(Continuation c) {
    return getAsBoolean();
  }

  /**
   * Calls {@link BooleanSupplier#getAsBoolean}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param supplier what to call it on
   */
  static boolean getAsBoolean(Continuation c, BooleanSupplier supplier) {
    return supplier instanceof MobileBooleanSupplier mobile
        ? mobile.getAsBoolean$mobile(c)
        : supplier.getAsBoolean();
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileBooleanSupplier {
    @Override
    boolean getAsBoolean$mobile(Continuation c);

    @Override
    default boolean getAsBoolean() {
      return getAsBoolean$mobile(Continuation.PINNED);
    }
  }
}
