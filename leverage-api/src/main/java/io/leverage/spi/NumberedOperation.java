package io.leverage.spi;

import io.leverage.continuation.Operation;

/**
 * An operation that changes what other threads see, and so must be applied exactly once.
 *
 * <p>At the first attempt the host gives it its number in the thread's history and has the stack
 * captured; once that checkpoint is stored, further attempts apply it, and the number keeps them
 * from applying it twice.
 */
public abstract class NumberedOperation implements Operation {
  /** The number in the thread's history, from 1; 0 before the first attempt. */
  public long number;

  /** Creates an operation without a number. */
  protected NumberedOperation() {}
}
