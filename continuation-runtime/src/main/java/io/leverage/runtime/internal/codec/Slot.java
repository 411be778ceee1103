package io.leverage.runtime.internal.codec;

import java.io.Serializable;

/**
 * Stands in a shell for something that is written beside it.
 *
 * @param index which
 */
record Slot(int index) implements Serializable {}
