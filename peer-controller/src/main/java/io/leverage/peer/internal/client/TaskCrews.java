package io.leverage.peer.internal.client;

import io.leverage.LeverageException;
import io.leverage.UnreachableException;
import io.leverage.continuation.MobileTask;
import io.leverage.peer.internal.work.NotMobile;
import io.leverage.spi.TaskFarm;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends tasks in crews: each is one virtual thread, which is started, claimed and committed once
 * for all its tasks. Some crews are on their way at once, so that all workers have something to do;
 * tasks that come meanwhile gather for the next.
 *
 * <p>How large a crew may be is learned: it doubles while crews are done in no time, and halves
 * when one gives tasks back. A crew that was captured is the thread of one task, and there may be
 * as many of those as there are threads.
 */
final class TaskCrews implements TaskFarm, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TaskCrews.class);
  private static final int MOST_CREWS = 8;
  private static final int LARGEST = 1024;
  private static final int MOST_PENDING = 10_000;
  private static final long MOST_BYTES = 1 << 20;
  private static final long MOST_PENDING_BYTES = 64 << 20;
  private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final RemoteSession session;
  private final Executor executor;
  private final String prefix = "tasks-" + UUID.randomUUID().toString().substring(0, 8) + "-";
  private final Deque<SentTask> pending = new ArrayDeque<>();
  private final Set<SentCrew> out = new HashSet<>();
  private long pendingBytes;
  private int size = 1;
  private long sent;
  private boolean dispatching;
  private boolean closed;

  /**
   * Creates the farm.
   *
   * @param executor may have a thread for each crew
   */
  TaskCrews(RemoteSession session, Executor executor) {
    this.session = session;
    this.executor = executor;
  }

  @Override
  public Runnable run(Object task, Listener listener) {
    if (!(task instanceof MobileTask)) {
      throw NotMobile.refusal(task);
    }
    SentTask made = new SentTask(session.codec().write(task), listener);
    synchronized (this) {
      awaitRoom();
      add(made, false);
      if (!dispatching) {
        dispatching = true;
        executor.execute(this::dispatch);
      }
    }
    return made::cancel;
  }

  private void awaitRoom() {
    try {
      while (!closed && (pending.size() >= MOST_PENDING || pendingBytes >= MOST_PENDING_BYTES)) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException("interrupted while too many tasks wait", e);
    }
    if (closed) {
      throw new UnreachableException("this virtual computer was closed");
    }
  }

  private void add(SentTask task, boolean first) {
    if (first) {
      pending.addFirst(task);
    } else {
      pending.add(task);
    }
    pendingBytes += task.image().length;
    notifyAll();
  }

  private void dispatch() {
    try {
      while (true) {
        SentCrew crew = next();
        if (crew == null) {
          return;
        }
        try {
          executor.execute(crew);
        } catch (RejectedExecutionException e) {
          crew.fail(new UnreachableException("this virtual computer was closed", e));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  /** Waits for the next crew that can be sent; null when there is none for ever. */
  private synchronized @Nullable SentCrew next() throws InterruptedException {
    while (true) {
      while (!closed && (pending.isEmpty() || out.size() >= MOST_CREWS)) {
        wait();
      }
      if (closed) {
        return null;
      }
      gather();
      List<SentTask> tasks = take();
      if (!tasks.isEmpty()) {
        SentCrew crew = new SentCrew(prefix + sent++, tasks, this, session);
        out.add(crew);
        return crew;
      }
    }
  }

  /** While others are on their way, a crew is worth waiting for, a little. */
  private void gather() throws InterruptedException {
    long begun = System.nanoTime();
    while (!closed && !out.isEmpty() && pending.size() < size) {
      long left = GATHERING_NANOS - (System.nanoTime() - begun);
      if (left <= 0) {
        return;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  private List<SentTask> take() {
    int free = MOST_CREWS - out.size();
    int share = (pending.size() + free - 1) / free;
    int most = Math.min(size, share);
    List<SentTask> taken = new ArrayList<>();
    long bytes = 0;
    while (taken.size() < most && bytes < MOST_BYTES && !pending.isEmpty()) {
      SentTask task = pending.element();
      if (task.isAlone() && !taken.isEmpty()) {
        break;
      }
      pending.remove();
      pendingBytes -= task.image().length;
      if (!task.isCancelled()) {
        taken.add(task);
        bytes += task.image().length;
      }
      if (task.isAlone()) {
        break;
      }
    }
    notifyAll();
    return taken;
  }

  /** Takes tasks again that a crew has not begun. */
  synchronized void back(List<SentTask> tasks) {
    if (closed) {
      tasks.forEach(SentTask::closed);
    }
    for (int i = tasks.size() - 1; i >= 0 && !closed; i--) {
      add(tasks.get(i), true);
    }
  }

  /** Learns from a crew how large the next should be. */
  synchronized void measured(long nanos, boolean whole) {
    if (!whole) {
      size = Math.max(1, size / 2);
    } else if (nanos < QUICK_NANOS) {
      size = Math.min(LARGEST, 2 * size);
    }
  }

  /** Lets another crew go: this one has ended, or is the thread of one task now. */
  synchronized void freed(SentCrew crew) {
    out.remove(crew);
    notifyAll();
  }

  /** Stops a thread that nobody waits for. */
  void cancel(String name) {
    synchronized (this) {
      if (closed) {
        return; // that ends all threads
      }
    }
    executor.execute(
        () -> {
          try {
            session.cancel(name);
          } catch (LeverageException e) {
            LOG.warn("{} can't be cancelled: {}", name, e.getMessage());
          }
        });
  }

  @Override
  public synchronized void close() {
    closed = true;
    pending.forEach(SentTask::closed);
    pending.clear();
    notifyAll();
  }
}
