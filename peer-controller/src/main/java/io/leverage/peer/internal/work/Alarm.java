package io.leverage.peer.internal.work;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Wakes a blocked thread when its time is over. Used under the thread's lock. */
final class Alarm {
  private final WorkerContext worker;
  private final Runnable wake;
  private long deadline;
  private @Nullable ScheduledFuture<?> scheduled;

  Alarm(WorkerContext worker, Runnable wake) {
    this.worker = worker;
    this.wake = wake;
  }

  void set(long delay) {
    deadline = worker.now() + delay;
    scheduled = worker.timer().schedule(wake, delay, TimeUnit.NANOSECONDS);
  }

  boolean isSet() {
    return scheduled != null;
  }

  boolean isOver() {
    return scheduled != null && worker.now() - deadline >= 0;
  }

  /** Unsets it and says how much time was left. */
  long unset() {
    if (scheduled != null) {
      scheduled.cancel(false);
      scheduled = null;
    }
    return Math.max(0, deadline - worker.now());
  }
}
