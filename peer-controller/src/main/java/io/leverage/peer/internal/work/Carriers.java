package io.leverage.peer.internal.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The executors: OS threads that run virtual threads, one after the other, in the order in which
 * they became ready.
 */
final class Carriers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Carriers.class);

  private final BlockingQueue<VirtualThreadRun> ready = new LinkedBlockingQueue<>();
  private final AtomicReferenceArray<VirtualThreadRun> running;
  private final List<Thread> carriers = new ArrayList<>();
  private volatile boolean closed;

  Carriers(int slots, WorkerSettings settings, ClassLoader loader) {
    running = new AtomicReferenceArray<>(slots);
    for (int i = 0; i < slots; i++) {
      int slot = i;
      Thread carrier =
          new Thread(null, () -> carry(slot), "leverage-carrier-" + slot, settings.stackBytes());
      carrier.setDaemon(true);
      carrier.setContextClassLoader(loader);
      carriers.add(carrier);
      carrier.start();
    }
  }

  void enqueue(VirtualThreadRun run) {
    ready.add(run);
  }

  boolean hasWaiting() {
    return !ready.isEmpty();
  }

  void forEachRunning(Consumer<VirtualThreadRun> action) {
    for (int slot = 0; slot < running.length(); slot++) {
      VirtualThreadRun run = running.get(slot);
      if (run != null) {
        action.accept(run);
      }
    }
  }

  void forEachCarrier(Consumer<Thread> action) {
    carriers.forEach(action);
  }

  /** Hands out the carriers that run a virtual thread now. */
  void forEachBusy(Consumer<Thread> action) {
    for (int slot = 0; slot < running.length(); slot++) {
      if (running.get(slot) != null) {
        action.accept(carriers.get(slot));
      }
    }
  }

  private void carry(int slot) {
    while (!closed) {
      VirtualThreadRun run;
      try {
        run = ready.take();
      } catch (InterruptedException e) {
        // User code may leave its interrupt behind; only close ends a carrier.
        continue;
      }
      running.set(slot, run);
      try {
        run.step();
      } catch (RuntimeException | Error bug) {
        LOG.error("{} was lost by a bug", run.thread(), bug);
        run.stop("a bug in the worker: " + bug);
      } finally {
        running.set(slot, null);
      }
    }
  }

  /** Ends the carriers that have nothing to run now, and the others after what they run. */
  @Override
  public void close() {
    closed = true;
    for (int slot = 0; slot < running.length(); slot++) {
      if (running.get(slot) == null) {
        carriers.get(slot).interrupt();
      }
    }
  }
}
