package io.leverage.peer.internal.deploy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leaves each peer alone for a while after it declined: longer each time, until it agrees. Time is
 * an argument, in nanoseconds.
 */
final class Backoff {
  private static final long FIRST = Duration.ofSeconds(1).toNanos();
  private static final int MOST_DOUBLINGS = 6;

  private record Hold(int failures, long until) {}

  private final Map<String, Hold> holds = new ConcurrentHashMap<>();

  void declined(String peer, long now) {
    holds.merge(
        peer,
        new Hold(1, now + FIRST),
        (before, first) ->
            new Hold(
                before.failures + 1, now + (FIRST << Math.min(before.failures, MOST_DOUBLINGS))));
  }

  void agreed(String peer) {
    holds.remove(peer);
  }

  boolean holds(String peer, long now) {
    Hold hold = holds.get(peer);
    return hold != null && now - hold.until < 0;
  }

  /** Forgets peers that have gone. */
  void retain(java.util.function.Predicate<String> there) {
    holds.keySet().removeIf(peer -> !there.test(peer));
  }
}
