package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.LongFunction;

/** The twin of {@link LongFunction}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileLongFunction<R> extends LongFunction<R> {
  /**
   * Does what {@link LongFunction#apply} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default R apply$mobile(Continuation c, long value) {
    return apply(value);
  }

  /**
   * Calls {@link LongFunction#apply}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param function what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <R> R apply(Continuation c, LongFunction<? extends R> function, long value) {
    return function instanceof MobileLongFunction<?>
        ? ((MobileLongFunction<R>) function).apply$mobile(c, value)
        : function.apply(value);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<R> extends MobileLongFunction<R> {
    @Override
    R apply$mobile(Continuation c, long value);

    @Override
    default R apply(long value) {
      return apply$mobile(Continuation.PINNED, value);
    }
  }
}
