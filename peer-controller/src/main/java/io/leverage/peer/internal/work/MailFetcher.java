package io.leverage.peer.internal.work;

import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.UnitMessage;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fetches messages from the peer, and news of receivers that are behind: when a thread asks, and
 * again now and then for each blocked thread, in rotation, so that a lost notification does no
 * harm. Bounded in requests at once and in requests per second, however many threads are blocked.
 */
final class MailFetcher {
  private static final int AT_ONCE = 256;
  private static final int SWEEPS_PER_ROTATION = 10;
  private static final int PER_SWEEP = 100;

  private final Link peer;
  private final Executor executor;
  private final Queue<Inquirer> wanting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Queue<VirtualThreadRun> blocked = new ConcurrentLinkedQueue<>();
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
      executor.execute(this::pump);
    }
  }

  /** Adds a thread to the rotation; it must not be in it. */
  void rotate(VirtualThreadRun run) {
    blocked.add(run);
    blockedCount.incrementAndGet();
  }

  /** Called about ten times per second. */
  void sweep(long now) {
    int count = Math.min(PER_SWEEP, blockedCount.get() / SWEEPS_PER_ROTATION + 1);
    while (count > 0) {
      VirtualThreadRun run = blocked.poll();
      if (run == null) {
        return;
      }
      blockedCount.decrementAndGet();
      if (run.sweep(now)) {
        rotate(run);
        want(run);
        count--;
      } else if (!run.state().isFinal()) {
        count--;
      }
    }
  }

  private void pump() {
    while (inFlight.get() < AT_ONCE) {
      Inquirer run = wanting.poll();
      if (run == null) {
        return;
      }
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
