package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.ToLongFunction;

/** The twin of {@link ToLongFunction}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileToLongFunction<T> extends ToLongFunction<T> {
  /**
   * Does what {@link ToLongFunction#applyAsLong} does; a transformed override can be captured in
   * it.
   *
   * @param c the continuation of the running thread
   */
  default long applyAsLong$mobile(Continuation c, T t) {
    return applyAsLong(t);
  }

  /**
   * Calls {@link ToLongFunction#applyAsLong}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param function what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T> long applyAsLong(Continuation c, ToLongFunction<? super T> function, T t) {
    return function instanceof MobileToLongFunction<?>
        ? ((MobileToLongFunction<T>) function).applyAsLong$mobile(c, t)
        : function.applyAsLong(t);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T> extends MobileToLongFunction<T> {
    @Override
    long applyAsLong$mobile(Continuation c, T t);

    @Override
    default long applyAsLong(T t) {
      return applyAsLong$mobile(Continuation.PINNED, t);
    }
  }
}
