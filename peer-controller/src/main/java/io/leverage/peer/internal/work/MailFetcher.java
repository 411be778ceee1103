package io.leverage.peer.internal.work;

import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.UnitMessage;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Fetches messages from the peer, and news of receivers that are behind: when a thread asks, and
 * again now and then for each blocked thread, in rotation, so that a lost notification does no
 * harm. Bounded in requests at once and in requests per second, however many threads are blocked;
 * and the longer a thread is blocked, the less often, as what it asks is answered by many peers.
 */
final class MailFetcher {
  private static final int AT_ONCE = 1024;
  private static final int SWEEPS_PER_ROTATION = 10;
  private static final int PER_SWEEP = 100;
  private static final long FIRST_REST = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_REST = TimeUnit.SECONDS.toNanos(16);

  /** A thread's place in the rotation. Given back, it holds no memory of the thread. */
  static final class Ticket {
    private volatile @Nullable VirtualThreadRun run;
    private long rest = FIRST_REST;
    private long due;

    private Ticket(VirtualThreadRun run, long now) {
      this.run = run;
      this.due = now + rest;
    }

    private boolean isDue(long now) {
      if (now - due < 0) {
        return false;
      }
      rest = Math.min(2 * rest, LONGEST_REST);
      due = now + rest;
      return true;
    }

    void giveBack() {
      run = null;
    }
  }

  private final Link peer;
  private final Executor executor;
  private final Queue<Inquirer> wanting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger wantingCount = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Queue<Ticket> blocked = new ConcurrentLinkedQueue<>();
  private final AtomicInteger blockedCount = new AtomicInteger();

  /**
   * Creates a fetcher.
   *
   * @param executor runs one task at a time; may block
   */
  MailFetcher(Link peer, Executor executor) {
    this.peer = peer;
    this.executor = executor;
  }

  /** Fetches for a thread as soon as there is room. Never blocks. */
  void want(Inquirer run) {
    if (run.markWanting(true)) {
      wanting.add(run);
      wantingCount.incrementAndGet();
      executor.execute(this::pump);
    }
  }

  /** Adds a thread to the rotation; it must not be in it. */
  Ticket rotate(VirtualThreadRun run, long now) {
    Ticket ticket = new Ticket(run, now);
    blocked.add(ticket);
    blockedCount.incrementAndGet();
    return ticket;
  }

  /** Tells whether so many threads ask that nobody should ask to be on the safe side only. */
  boolean isBusy() {
    return wantingCount.get() > AT_ONCE;
  }

  /** Called about ten times per second. */
  void sweep(long now) {
    if (isBusy()) {
      return;
    }
    int count = Math.min(PER_SWEEP, blockedCount.get() / SWEEPS_PER_ROTATION + 1);
    while (count > 0) {
      Ticket ticket = blocked.poll();
      if (ticket == null) {
        return;
      }
      VirtualThreadRun run = ticket.run;
      if (run == null) {
        blockedCount.decrementAndGet();
        continue;
      }
      count--;
      if (run.sweep(now)) {
        blocked.add(ticket);
        if (ticket.isDue(now)) {
          want(run);
        }
      } else {
        blockedCount.decrementAndGet();
      }
    }
  }

  private void pump() {
    while (inFlight.get() < AT_ONCE) {
      Inquirer run = wanting.poll();
      if (run == null) {
        return;
      }
      wantingCount.decrementAndGet();
      run.markWanting(false);
      UnitMessage inquiry = run.inquiry();
      if (inquiry != null) {
        inFlight.incrementAndGet();
        var unused =
            peer.request(inquiry)
                .whenComplete(
                    (answer, failure) -> {
                      inFlight.decrementAndGet();
                      run.answered(answer);
                      executor.execute(this::pump);
                    });
      }
    }
  }
}
