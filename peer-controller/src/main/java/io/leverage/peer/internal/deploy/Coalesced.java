package io.leverage.peer.internal.deploy;

import io.leverage.LeverageException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that never runs twice at the same time, and runs once more if it was asked for while it ran.
 * What can't be done now, since the mesh changes, is tried again by itself: soon, then later and
 * later.
 */
final class Coalesced {
  private static final Logger log = LoggerFactory.getLogger(Coalesced.class);
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final int MOST_DOUBLINGS = 5;

  private final Executor executor;
  private final ScheduledExecutorService timer;
  private final String what;
  private final Runnable work;
  private final AtomicInteger asked = new AtomicInteger();
  private int failures;

  Coalesced(Executor executor, ScheduledExecutorService timer, String what, Runnable work) {
    this.executor = executor;
    this.timer = timer;
    this.what = what;
    this.work = work;
  }

  /** Asks for the work to be done; returns at once. */
  void ask() {
    if (asked.getAndIncrement() == 0) {
      try {
        executor.execute(this::run);
      } catch (RejectedExecutionException e) {
        log.debug("{} is not done any more: the peer closes", what);
      }
    }
  }

  private void run() {
    int seen;
    do {
      seen = asked.get();
      try {
        work.run();
        failures = 0;
      } catch (LeverageException e) {
        log.warn("{} is tried again: {}", what, e.getMessage());
        askLater();
      } catch (RejectedExecutionException e) {
        log.debug("{} is not finished: the peer closes", what, e);
      } catch (RuntimeException e) {
        log.error("{} failed", what, e);
      }
    } while (!asked.compareAndSet(seen, 0));
  }

  private void askLater() {
    long pause = FIRST_PAUSE_MILLIS << Math.min(failures++, MOST_DOUBLINGS);
    try {
      var unused = timer.schedule(this::ask, pause, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      log.debug("{} is not tried again: the peer closes", what);
    }
  }
}
