package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.ToIntFunction;

/** The twin of {@link ToIntFunction}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileToIntFunction<T> extends ToIntFunction<T> {
  /**
   * Does what {@link ToIntFunction#applyAsInt} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default int applyAsInt$mobile(Continuation c, T t) {
    return applyAsInt(t);
  }

  /**
   * Calls {@link ToIntFunction#applyAsInt}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param function what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T> int applyAsInt(Continuation c, ToIntFunction<? super T> function, T t) {
    return function instanceof MobileToIntFunction<?>
        ? ((MobileToIntFunction<T>) function).applyAsInt$mobile(c, t)
        : function.applyAsInt(t);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T> extends MobileToIntFunction<T> {
    @Override
    int applyAsInt$mobile(Continuation c, T t);

    @Override
    default int applyAsInt(T t) {
      return applyAsInt$mobile(Continuation.PINNED, t);
    }
  }
}
