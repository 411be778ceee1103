package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.LongSupplier;

/** The twin of {@link LongSupplier}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileLongSupplier extends LongSupplier {
  /**
   * Does what {@link LongSupplier#getAsLong} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default long getAsLong$mobile(Continuation c) {
    return getAsLong();
  }

  /**
   * Calls {@link LongSupplier#getAsLong}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param supplier what to call it on
   */
  static long getAsLong(Continuation c, LongSupplier supplier) {
    return supplier instanceof MobileLongSupplier mobile
        ? mobile.getAsLong$mobile(c)
        : supplier.getAsLong();
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileLongSupplier {
    @Override
    long getAsLong$mobile(Continuation c);

    @Override
    default long getAsLong() {
      return getAsLong$mobile(Continuation.PINNED);
    }
  }
}
