package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.IntFunction;

/** The twin of {@link IntFunction}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileIntFunction<R> extends IntFunction<R> {
  /**
   * Does what {@link IntFunction#apply} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default R apply$mobile(Continuation c, int value) {
    return apply(value);
  }

  /**
   * Calls {@link IntFunction#apply}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param function what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <R> R apply(Continuation c, IntFunction<? extends R> function, int value) {
    return function instanceof MobileIntFunction<?>
        ? ((MobileIntFunction<R>) function).apply$mobile(c, value)
        : function.apply(value);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<R> extends MobileIntFunction<R> {
    @Override
    R apply$mobile(Continuation c, int value);

    @Override
    default R apply(int value) {
      return apply$mobile(Continuation.PINNED, value);
    }
  }
}
