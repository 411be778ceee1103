package io.leverage.peer.internal.work;

import io.leverage.UnreachableException;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.UnitMessage.ThreadEvent;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all virtual threads of a worker share.
 *
 * @param peer the link to the peer; writing to it may block, so never while a run is locked
 * @param codec reads and writes in the user's class loader
 * @param loader the user's classes
 * @param timer triggers only; must not block
 * @param nanos the time, in nanoseconds
 */
record WorkerContext(
    Link peer,
    Codec codec,
    ClassLoader loader,
    Carriers carriers,
    MailFetcher mail,
    Incarnations threads,
    ScheduledExecutorService timer,
    WorkerSettings settings,
    LongSupplier nanos,
    Events events) {

  long now() {
    return nanos.getAsLong();
  }

  /**
   * Does something after a delay, where it may write to the link.
   *
   * @param delay in nanoseconds
   */
  ScheduledFuture<?> later(Runnable action, long delay) {
    return timer.schedule(() -> events.executor().execute(action), delay, TimeUnit.NANOSECONDS);
  }

  /** Tells the threads' stories to the peer, from a thread that may block. */
  record Events(Link peer, Executor executor) {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    void tell(String thread, String event) {
      LOG.debug("{}: {}", thread, event);
      try {
        executor.execute(() -> send(thread, event));
      } catch (RejectedExecutionException e) {
        LOG.debug("the worker is closed, so nobody hears: {}: {}", thread, event, e);
      }
    }

    private void send(String thread, String event) {
      try {
        peer.send(new ThreadEvent(thread, event));
      } catch (UnreachableException e) {
        LOG.debug("the peer is gone, so nobody hears: {}: {}", thread, event, e);
      }
    }
  }
}
