package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.IntSupplier;

/** The twin of {@link IntSupplier}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileIntSupplier extends IntSupplier {
  /**
   * Does what {@link IntSupplier#getAsInt} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default int getAsInt$mobile(Continuation c) {
    return getAsInt();
  }

  /**
   * Calls {@link IntSupplier#getAsInt}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param supplier what to call it on
   */
  static int getAsInt(Continuation c, IntSupplier supplier) {
    return supplier instanceof MobileIntSupplier mobile
        ? mobile.getAsInt$mobile(c)
        : supplier.getAsInt();
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileIntSupplier {
    @Override
    int getAsInt$mobile(Continuation c);

    @Override
    default int getAsInt() {
      return getAsInt$mobile(Continuation.PINNED);
    }
  }
}
