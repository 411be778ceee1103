package io.leverage;

import java.io.Serializable;
import java.util.function.UnaryOperator;

/**
 * Computes a global variable's next value from its present one.
 *
 * <p>It may be applied several times when other threads update the same variable meanwhile; only
 * one application counts. So it must have no other effect. It is serialisable because it is part of
 * the checkpoint that its thread waits in.
 *
 * @param <T> the variable's type
 */
@FunctionalInterface
public interface Update<T> extends UnaryOperator<T>, Serializable {}
