package io.leverage.benchmarks.kernel;

import io.leverage.continuation.ContinuationHost;
import io.leverage.continuation.Operation;
import org.jspecify.annotations.Nullable;

/** Captures always or never, and offers no operations. */
final class Host implements ContinuationHost {
  private final boolean capture;

  Host(boolean capture) {
    this.capture = capture;
  }

  @Override
  public boolean captureNow() {
    return capture;
  }

  @Override
  public @Nullable Object attempt(Operation operation) {
    throw new IllegalStateException("no kernel has operations: " + operation.describe());
  }
}
