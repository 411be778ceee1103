package io.leverage.peer.internal.work;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/**
 * What share of a processor the carriers got of the time in which they wanted to run. It is low on
 * a machine where others run, too, or whose processor time is limited.
 *
 * <p>Used by the worker's timer only. Time is an argument, in nanoseconds.
 */
final class CarrierShare {
  private static final long LEAST = 50_000_000L;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<Thread, Long> used = new HashMap<>();
  private long lastTick;
  private long wanted;

  CarrierShare(long now) {
    lastTick = now;
  }

  /** Takes note of who runs user code, several hundred times per second. */
  void tick(long now, Carriers carriers) {
    long passed = now - lastTick;
    lastTick = now;
    carriers.forEachBusy(
        carrier -> {
          if (carrier.getState() == Thread.State.RUNNABLE) {
            wanted += passed;
          }
        });
  }

  /** Gets the share since this was last asked; -1 if they hardly wanted to run. */
  double take(Carriers carriers) {
    long[] got = {0};
    carriers.forEachCarrier(
        carrier -> {
          long now = threads.getThreadCpuTime(carrier.getId());
          Long before = used.put(carrier, now);
          got[0] += before == null || now < 0 ? 0 : now - before;
        });
    long asked = wanted;
    wanted = 0;
    return asked < LEAST ? -1 : Math.min(1.0, (double) got[0] / asked);
  }
}
