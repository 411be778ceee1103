package io.leverage.continuation.twin;

import java.util.function.BinaryOperator;

/** The twin of {@link BinaryOperator}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileBinaryOperator<T> extends BinaryOperator<T>, MobileBiFunction<T, T, T> {}
