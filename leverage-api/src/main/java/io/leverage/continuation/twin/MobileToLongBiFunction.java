package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.ToLongBiFunction;

/** The twin of {@link ToLongBiFunction}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileToLongBiFunction<T, U> extends ToLongBiFunction<T, U> {
  /**
   * Does what {@link ToLongBiFunction#applyAsLong} does; a transformed override can be captured in
   * it.
   *
   * @param c the continuation of the running thread
   */
  default long applyAsLong$mobile(Continuation c, T t, U u) {
    return applyAsLong(t, u);
  }

  /**
   * Calls {@link ToLongBiFunction#applyAsLong}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param function what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T, U> long applyAsLong(
      Continuation c, ToLongBiFunction<? super T, ? super U> function, T t, U u) {
    return function instanceof MobileToLongBiFunction<?, ?>
        ? ((MobileToLongBiFunction<T, U>) function).applyAsLong$mobile(c, t, u)
        : function.applyAsLong(t, u);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T, U> extends MobileToLongBiFunction<T, U> {
    @Override
    long applyAsLong$mobile(Continuation c, T t, U u);

    @Override
    default long applyAsLong(T t, U u) {
      return applyAsLong$mobile(Continuation.PINNED, t, u);
    }
  }
}
