package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.ToDoubleBiFunction;

/** The twin of {@link ToDoubleBiFunction}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileToDoubleBiFunction<T, U> extends ToDoubleBiFunction<T, U> {
  /**
   * Does what {@link ToDoubleBiFunction#applyAsDouble} does; a transformed override can be captured
   * in it.
   *
   * @param c the continuation of the running thread
   */
  default double applyAsDouble$mobile(Continuation c, T t, U u) {
    return applyAsDouble(t, u);
  }

  /**
   * Calls {@link ToDoubleBiFunction#applyAsDouble}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param function what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T, U> double applyAsDouble(
      Continuation c, ToDoubleBiFunction<? super T, ? super U> function, T t, U u) {
    return function instanceof MobileToDoubleBiFunction<?, ?>
        ? ((MobileToDoubleBiFunction<T, U>) function).applyAsDouble$mobile(c, t, u)
        : function.applyAsDouble(t, u);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T, U> extends MobileToDoubleBiFunction<T, U> {
    @Override
    double applyAsDouble$mobile(Continuation c, T t, U u);

    @Override
    default double applyAsDouble(T t, U u) {
      return applyAsDouble$mobile(Continuation.PINNED, t, u);
    }
  }
}
