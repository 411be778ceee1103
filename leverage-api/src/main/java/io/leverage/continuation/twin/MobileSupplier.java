package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.Supplier;

/** The twin of {@link Supplier}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileSupplier<T> extends Supplier<T> {
  /**
   * Does what {@link Supplier#get} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default T get$mobile(Continuation c) {
    return get();
  }

  /**
   * Calls {@link Supplier#get}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param supplier what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T> T get(Continuation c, Supplier<? extends T> supplier) {
    return supplier instanceof MobileSupplier<?>
        ? ((MobileSupplier<T>) supplier).get$mobile(c)
        : supplier.get();
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T> extends MobileSupplier<T> {
    @Override
    T get$mobile(Continuation c);

    @Override
    default T get() {
      return get$mobile(Continuation.PINNED);
    }
  }
}
