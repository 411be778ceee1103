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
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends tasks in crews: each is one virtual thread, which is started, claimed and committed once
 * for all its tasks. Some crews are on their way at once, so that all workers have something to do;
 * tasks that come meanwhile gather for the next.
 *
 * <p>How many there are, and how large, is learned ({@link CrewPlan}). A crew that was captured is
 * the thread of one task, and there may be as many of those as there are threads.
 */
final class TaskCrews implements TaskFarm, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TaskCrews.class);
  private static final int MOST_PENDING = 10_000;
  private static final long MOST_BYTES = 1 << 20;
  private static final long MOST_PENDING_BYTES = 64 << 20;

  /** While tasks come with smaller gaps than this, a crew may be worth waiting for. */
  private static final long GAP_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

  private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** Crews that are not done in this time take long, and others should not wait for them. */
  private static final long STALL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final RemoteSession session;
  private final Executor executor;
  private final String prefix = "tasks-" + UUID.randomUUID().toString().substring(0, 8) + "-";
  private final Lock lock = new ReentrantLock();

  /** There is room for more tasks. */
  private final Condition room = lock.newCondition();

  /** There may be a crew to send: tasks for it, or leave to send it. */
  private final Condition ready = lock.newCondition();

  private final Deque<SentTask> pending = new ArrayDeque<>();
  private final Set<SentCrew> out = new HashSet<>();
  private final CrewPlan plan = new CrewPlan();
  private long pendingBytes;
  private boolean gathering;
  private int tasksOut;
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
    lock.lock();
    try {
      awaitRoom();
      pending.add(made);
      added(made);
      if (!dispatching) {
        dispatching = true;
        executor.execute(this::dispatch);
      }
    } finally {
      lock.unlock();
    }
    return made::cancel;
  }

  private void awaitRoom() {
    try {
      while (!closed && isFull()) {
        room.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException("interrupted while too many tasks wait", e);
    }
    if (closed) {
      throw new UnreachableException("this virtual computer was closed");
    }
  }

  private boolean isFull() {
    return pending.size() >= MOST_PENDING || pendingBytes >= MOST_PENDING_BYTES;
  }

  private void added(SentTask task) {
    pendingBytes += task.image().length;
    if (gathering ? pending.size() == plan.size() : free() > 0) { // it is not woken for each task
      ready.signal();
    }
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
  private @Nullable SentCrew next() throws InterruptedException {
    lock.lock();
    try {
      while (true) {
        awaitLeave();
        if (closed) {
          return null;
        }
        gather();
        List<SentTask> tasks = take();
        if (!tasks.isEmpty()) {
          SentCrew crew = new SentCrew(prefix + sent++, tasks, this, session);
          out.add(crew);
          tasksOut += tasks.size();
          return crew;
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there are tasks, and another crew may be sent. */
  private void awaitLeave() throws InterruptedException {
    while (!closed && (pending.isEmpty() || free() <= 0)) {
      if (pending.isEmpty()) {
        ready.await();
      } else if (ready.awaitNanos(STALL_NANOS) <= 0) {
        plan.stalled();
      }
    }
  }

  /** How many more crews may be sent now. */
  private int free() {
    return plan.crews(pending.size() + tasksOut) - out.size();
  }

  /**
   * While others are on their way, and tasks keep coming, a crew is worth waiting for, a little.
   */
  private void gather() throws InterruptedException {
    long begun = System.nanoTime();
    int before = 0;
    gathering = true;
    while (!closed
        && !out.isEmpty()
        && pending.size() > before
        && pending.size() < plan.size()
        && System.nanoTime() - begun < GATHERING_NANOS) {
      before = pending.size();
      var unused = ready.awaitNanos(GAP_NANOS);
    }
    gathering = false;
  }

  private List<SentTask> take() {
    int most = plan.crewOf(pending.size() + tasksOut);
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
    room.signalAll();
    return taken;
  }

  /** Takes tasks again that a crew has not begun. */
  void back(List<SentTask> tasks) {
    lock.lock();
    try {
      if (closed) {
        tasks.forEach(SentTask::closed);
        return;
      }
      for (int i = tasks.size() - 1; i >= 0; i--) {
        pending.addFirst(tasks.get(i));
        added(tasks.get(i));
      }
    } finally {
      lock.unlock();
    }
  }

  /** Learns from a crew how the next should be; see {@link CrewPlan#measured}. */
  void measured(long nanos, int begun, boolean whole) {
    lock.lock();
    try {
      plan.measured(nanos, begun, whole);
    } finally {
      lock.unlock();
    }
  }

  /** Lets another crew go: this one has ended, or is the thread of one task now. */
  void freed(SentCrew crew) {
    lock.lock();
    try {
      if (out.remove(crew)) {
        tasksOut -= crew.size();
        ready.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Stops a thread that nobody waits for. */
  void cancel(String name) {
    if (isClosed()) {
      return; // that ends all threads
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

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      pending.forEach(SentTask::closed);
      pending.clear();
      room.signalAll();
      ready.signal();
    } finally {
      lock.unlock();
    }
  }
}
