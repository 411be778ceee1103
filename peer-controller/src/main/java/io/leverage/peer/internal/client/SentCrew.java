package io.leverage.peer.internal.client;

import io.leverage.LeverageException;
import io.leverage.ThreadState;
import io.leverage.peer.internal.unit.UnitMessage.Ending;
import io.leverage.peer.internal.unit.UnitMessage.ThreadStatus;
import io.leverage.peer.internal.work.CrewReport;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that were sent together in one virtual thread, until each has its end or has come back.
 *
 * <p>The thread either ends with its first commit, whose result tells the ends of its tasks; or it
 * was captured before, and then its first partial result does, and the thread is that of one task.
 */
final class SentCrew implements Runnable {
  private static final Duration SOON = Duration.ofMillis(100);

  private final String name;
  private final List<SentTask> tasks;
  private final TaskCrews crews;
  private final RemoteSession session;
  private @Nullable SentTask alone;
  private boolean started;
  private boolean reported;

  SentCrew(String name, List<SentTask> tasks, TaskCrews crews, RemoteSession session) {
    this.name = name;
    this.tasks = tasks;
    this.crews = crews;
    this.session = session;
  }

  /** How many tasks it was sent with. */
  int size() {
    return tasks.size();
  }

  @Override
  public void run() {
    try {
      tasks.forEach(task -> task.sentIn(this));
      session.start(name, tasks.stream().map(SentTask::image).toArray(byte[][]::new));
      synchronized (this) {
        started = true;
      }
      taskCancelled(); // it may have been too early to cancel them
      if (tasks.size() > 1 && !session.await(name, SOON)) {
        session.onPartialResult(name, this::firstReport);
      }
      session.await(name, null);
      ended(session.status(name));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(e);
    } catch (LeverageException e) {
      fail(e);
    } finally {
      session.forget(name);
      crews.freed(this);
    }
  }

  private void ended(ThreadStatus end) throws InterruptedException {
    boolean returned = end.state().equals(ThreadState.RETURNED.name());
    boolean first = end.sequence() == 1;
    if (returned && first) {
      report(CrewReport.decode(session.codec().read(bytes(end))));
      return;
    }
    if (tasks.size() > 1 && end.sequence() > 0 && alone() == null) {
      session.onPartialResult(name, this::firstReport);
      session.await(name, null);
    }
    SentTask last = tasks.size() == 1 ? tasks.get(0) : alone();
    if (last != null) {
      last.ended(end, session.codec());
    } else if (end.state().equals(ThreadState.CANCELLED.name())) {
      tasks.forEach(task -> task.ended(end, session.codec()));
    } else { // one of them ends its workers, or can't be stored: nothing of any was visible
      crews.back(tasks.stream().map(SentTask::separated).toList());
    }
  }

  private synchronized @Nullable SentTask alone() {
    return alone;
  }

  private void firstReport(Object partialResult) {
    boolean more;
    synchronized (this) {
      more = reported;
    }
    if (!more) { // those that follow are of the task itself
      report(CrewReport.decode(partialResult));
    }
  }

  private void report(CrewReport report) {
    int ended = report.done().size();
    synchronized (this) {
      if (reported) {
        return;
      }
      reported = true;
      alone = report.running() ? tasks.get(ended) : null;
    }
    for (int i = 0; i < ended; i++) {
      tasks.get(i).ended(status(report.done().get(i)), session.codec());
    }
    int behind = ended + (report.running() ? 1 : 0);
    crews.measured(report.nanos(), behind, behind == tasks.size() && !report.running());
    crews.back(tasks.subList(behind, tasks.size()));
    if (report.running()) {
      crews.freed(this);
      taskCancelled();
    }
  }

  private ThreadStatus status(Ending end) {
    return new ThreadStatus(
        name, end.state(), "", 1, 1, 0, 0, "a task of a crew", end.result(), end.failure());
  }

  private static byte[] bytes(ThreadStatus end) {
    byte[] result = end.result();
    return result == null ? new byte[0] : result;
  }

  /** Stops the thread if nobody waits for what it does. */
  void taskCancelled() {
    synchronized (this) {
      List<SentTask> left = alone != null ? List.of(alone) : reported ? List.of() : tasks;
      if (!started || left.isEmpty() || !left.stream().allMatch(SentTask::isCancelled)) {
        return;
      }
    }
    crews.cancel(name);
  }

  /** Tells those tasks that wait that they wait in vain. */
  void fail(Exception cause) {
    SentTask last = alone();
    List<SentTask> left;
    synchronized (this) {
      left = last != null ? List.of(last) : reported ? List.of() : tasks;
      reported = true;
    }
    left.forEach(task -> task.failed(cause));
  }
}
