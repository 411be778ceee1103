package io.leverage.continuation.twin;

import java.util.function.UnaryOperator;

/** The twin of {@link UnaryOperator}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileUnaryOperator<T> extends UnaryOperator<T>, MobileFunction<T, T> {}
