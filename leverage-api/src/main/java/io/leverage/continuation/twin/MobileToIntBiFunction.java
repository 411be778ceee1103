package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.ToIntBiFunction;

/** The twin of {@link ToIntBiFunction}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileToIntBiFunction<T, U> extends ToIntBiFunction<T, U> {
  /**
   * Does what {@link ToIntBiFunction#applyAsInt} does; a transformed override can be captured in
   * it.
   *
   * @param c the continuation of the running thread
   */
  default int applyAsInt$mobile(Continuation c, T t, U u) {
    return applyAsInt(t, u);
  }

  /**
   * Calls {@link ToIntBiFunction#applyAsInt}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param function what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T, U> int applyAsInt(
      Continuation c, ToIntBiFunction<? super T, ? super U> function, T t, U u) {
    return function instanceof MobileToIntBiFunction<?, ?>
        ? ((MobileToIntBiFunction<T, U>) function).applyAsInt$mobile(c, t, u)
        : function.applyAsInt(t, u);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T, U> extends MobileToIntBiFunction<T, U> {
    @Override
    int applyAsInt$mobile(Continuation c, T t, U u);

    @Override
    default int applyAsInt(T t, U u) {
      return applyAsInt$mobile(Continuation.PINNED, t, u);
    }
  }
}
