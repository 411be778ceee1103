package io.leverage.continuation;

import org.jspecify.annotations.Nullable;

/**
 * What drives a continuation: an executor of virtual threads, or a test.
 *
 * <p>Called on the thread that runs the continuation. Implementers must not call back into the
 * continuation from here.
 */
public interface ContinuationHost {
  /** The answer of {@link #attempt} for an operation that can't complete yet. */
  Object PENDING = new Object();

  /**
   * Decides at a safepoint whether the stack is to be captured. Called only while {@link
   * Continuation#poll} is true.
   *
   * @return true to capture
   */
  boolean captureNow();

  /**
   * Tries to complete an operation.
   *
   * @param operation what the thread waits for
   * @return the operation's result, or {@link #PENDING} to have the stack captured and the
   *     operation attempted again when it is resumed
   */
  @Nullable Object attempt(Operation operation);
}
