package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.Function;

/** The twin of {@link Function}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileFunction<T, R> extends Function<T, R> {
  /**
   * Does what {@link Function#apply} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default R apply$mobile(Continuation c, T t) {
    return apply(t);
  }

  /**
   * Calls {@link Function#apply}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param function what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T, R> R apply(Continuation c, Function<? super T, ? extends R> function, T t) {
    return function instanceof MobileFunction<?, ?>
        ? ((MobileFunction<T, R>) function).apply$mobile(c, t)
        : function.apply(t);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T, R> extends MobileFunction<T, R> {
    @Override
    R apply$mobile(Continuation c, T t);

    @Override
    default R apply(T t) {
      return apply$mobile(Continuation.PINNED, t);
    }
  }
}
