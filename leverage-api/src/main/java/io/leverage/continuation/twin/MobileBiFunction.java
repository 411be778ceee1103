package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.BiFunction;

/** The twin of {@link BiFunction}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileBiFunction<T, U, R> extends BiFunction<T, U, R> {
  /**
   * Does what {@link BiFunction#apply} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default R apply$mobile(Continuation c, T t, U u) {
    return apply(t, u);
  }

  /**
   * Calls {@link BiFunction#apply}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param function what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T, U, R> R apply(
      Continuation c, BiFunction<? super T, ? super U, ? extends R> function, T t, U u) {
    return function instanceof MobileBiFunction<?, ?, ?>
        ? ((MobileBiFunction<T, U, R>) function).apply$mobile(c, t, u)
        : function.apply(t, u);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T, U, R> extends MobileBiFunction<T, U, R> {
    @Override
    R apply$mobile(Continuation c, T t, U u);

    @Override
    default R apply(T t, U u) {
      return apply$mobile(Continuation.PINNED, t, u);
    }
  }
}
