package io.leverage.peer.internal.deploy;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that never runs twice at the same time, and runs once more if it was asked for while it ran.
 */
final class Coalesced {
  private static final Logger log = LoggerFactory.getLogger(Coalesced.class);

  private final Executor executor;
  private final String what;
  private final Runnable work;
  private final AtomicInteger asked = new AtomicInteger();

  Coalesced(Executor executor, String what, Runnable work) {
    this.executor = executor;
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
      } catch (io.leverage.LeverageException e) { // asked again before long
        log.warn("{}: {}", what, e.getMessage());
      } catch (RuntimeException e) {
        log.error("{} failed", what, e);
      }
    } while (!asked.compareAndSet(seen, 0));
  }
}
