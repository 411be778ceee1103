package io.leverage.peer.internal.store;

import io.leverage.UnreachableException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.infinispan.distribution.ch.ConsistentHash;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the sides of a split mesh meet, as far as this peer has heard. What differs between them is
 * settled then, and all else waits; what was begun before does not go on after it, as it may be of
 * the side that loses.
 */
final class Meetings {
  private static final Logger LOG = LoggerFactory.getLogger(Meetings.class);
  private static final Duration HEARS = Duration.ofSeconds(5);

  private volatile BooleanSupplier now = () -> false;

  /** How often sides have begun to meet. */
  private volatile long count;

  /** That number, for this thread's steps that are to be of one history. */
  private final ThreadLocal<Long> history = new ThreadLocal<>();

  /** That number, for what this thread writes. */
  private final ThreadLocal<Long> writing = new ThreadLocal<>();

  /** While sides meet: the owners of all of them. */
  private @Nullable ConsistentHash settling;

  /** Whether that was waited for in vain. */
  private boolean unheard;

  /**
   * Says what knows it.
   *
   * @param areMeeting tells whether what differs between sides is being settled now
   */
  void watch(BooleanSupplier areMeeting) {
    now = areMeeting;
  }

  /** Tells whether sides meet now. */
  boolean areOn() {
    return now.getAsBoolean();
  }

  /** Takes the owners that are in force now; if sides meet, those of all of them. */
  synchronized void ownersChanged(ConsistentHash owners) {
    unheard = false;
    settling = areOn() ? owners : null;
    if (settling != null) {
      count++;
      notifyAll();
      LOG.info("the sides of a split mesh meet: what differs is settled, all else waits");
    }
  }

  /** Gets the owners of all sides that meet; waits a while for them. Null if they don't come. */
  synchronized @Nullable ConsistentHash owners() {
    long end = System.nanoTime() + HEARS.toNanos();
    long left = HEARS.toMillis();
    try {
      while (settling == null && !unheard && left > 0) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    unheard = settling == null; // of a settlement that is given up, nobody waits for each value
    return settling;
  }

  /** Begins to use values, on this thread. Gets what the methods below are to be given. */
  long begin() {
    Long outer = history.get();
    long begun = outer == null ? count : outer;
    writing.set(begun);
    return begun;
  }

  /** Gets what {@link #begin} returned to this thread last; null if it never did. */
  @Nullable Long writing() {
    return writing.get();
  }

  /** Tells whether sides have met, or do so now. */
  boolean haveBeenSince(long begun) {
    return count != begun || areOn();
  }

  /**
   * Checks that no sides have met.
   *
   * @throws UnreachableException if they have, or do so now
   */
  void checkSince(long begun) {
    if (areOn()) {
      throw new UnreachableException("the sides of a split mesh meet: try again in a moment");
    }
    if (count != begun) {
      throw new UnreachableException("the sides of a split mesh have met: try again");
    }
  }

  /** As {@link StateStore#inOneHistory}. */
  <T> T inOneHistory(Supplier<T> steps) {
    if (history.get() != null) {
      return steps.get();
    }
    history.set(count);
    try {
      return steps.get();
    } finally {
      history.remove();
    }
  }
}
