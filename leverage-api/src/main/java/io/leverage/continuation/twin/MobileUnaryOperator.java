package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.UnaryOperator;

/** The twin of {@link UnaryOperator}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileUnaryOperator<T> extends UnaryOperator<T>, MobileFunction<T, T> {

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T> extends MobileUnaryOperator<T> {
    @Override
    T apply$mobile(Continuation c, T t);

    @Override
    default T apply(T t) {
      return apply$mobile(Continuation.PINNED, t);
    }
  }
}
