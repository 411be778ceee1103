package io.leverage.peer.internal.deploy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How long virtual computers that may have lost their last client are still to be left alone. Safe
 * for use by several threads.
 */
final class Grace {
  private final long nanos;
  private final LongSupplier nanoTime;

  /** When the grace of each virtual computer began. */
  private final Map<String, Long> began = new ConcurrentHashMap<>();

  Grace(Duration length, LongSupplier nanoTime) {
    this.nanos = length.toNanos();
    this.nanoTime = nanoTime;
  }

  /** Begins the grace of a virtual computer, again if it runs; tells whether it did not. */
  boolean begin(String computer) {
    return began.put(computer, nanoTime.getAsLong()) == null;
  }

  /** Begins all that run again: a client whose peer was lost needs time to find another. */
  void beginAgain() {
    began.replaceAll((computer, before) -> nanoTime.getAsLong());
  }

  /** Gets what is left of a virtual computer's grace, in nanoseconds; it is over when that is 0. */
  long left(String computer) {
    long[] left = {0};
    began.computeIfPresent(
        computer,
        (c, start) -> {
          left[0] = Math.max(0, nanos - (nanoTime.getAsLong() - start));
          return left[0] == 0 ? null : start;
        });
    return left[0];
  }
}
