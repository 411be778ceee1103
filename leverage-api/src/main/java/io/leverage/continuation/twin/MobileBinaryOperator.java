package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.BinaryOperator;

/** The twin of {@link BinaryOperator}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileBinaryOperator<T> extends BinaryOperator<T>, MobileBiFunction<T, T, T> {

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T> extends MobileBinaryOperator<T> {
    @Override
    T apply$mobile(Continuation c, T a, T b);

    @Override
    default T apply(T a, T b) {
      return apply$mobile(Continuation.PINNED, a, b);
    }
  }
}
