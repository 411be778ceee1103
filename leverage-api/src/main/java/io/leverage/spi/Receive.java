package io.leverage.spi;

import io.leverage.continuation.Operation;
import java.time.Duration;

/**
 * The operation of waiting for a message. Its result is the {@link io.leverage.Message}; with a
 * time-out, an {@link java.util.Optional} of it.
 */
public final class Receive implements Operation {
  private final boolean timed;

  /** The time left, in nanoseconds; the host counts it down while the thread waits. */
  public long remainingNanos;

  private Receive(boolean timed, long remainingNanos) {
    this.timed = timed;
    this.remainingNanos = remainingNanos;
  }

  /** Waits for as long as it takes. */
  public static Receive forever() {
    return new Receive(false, 0);
  }

  /** Waits for a limited time. */
  public static Receive within(Duration timeout) {
    return new Receive(true, Math.max(0, timeout.toNanos()));
  }

  /** Tells whether there is a time-out. */
  public boolean timed() {
    return timed;
  }

  @Override
  public String describe() {
    return "receive";
  }
}
