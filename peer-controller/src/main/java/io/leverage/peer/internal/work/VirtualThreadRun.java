package io.leverage.peer.internal.work;

import io.leverage.continuation.Frame;
import io.leverage.continuation.Outcome;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.AskRoom;
import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.peer.internal.unit.UnitMessage.Ending;
import io.leverage.peer.internal.unit.UnitMessage.FetchMessages;
import io.leverage.peer.internal.unit.UnitMessage.Mail;
import io.leverage.peer.internal.unit.UnitMessage.Room;
import io.leverage.peer.internal.unit.UnitMessage.RunThread;
import io.leverage.peer.internal.unit.UnitMessage.Taken;
import io.leverage.peer.internal.unit.UnitMessage.ThreadInsight;
import io.leverage.spi.LockAcquire;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One incarnation of a virtual thread on this worker: it drives the thread's continuation and its
 * commits.
 *
 * <p>A captured stack is data: while the thread is not {@link RunState#RUNNING} it is nothing but
 * this object, with no carrier and no OS thread. A stack is serialised on the carrier before it is
 * resumed, so that a checkpoint never holds what the resumed run changed; the commit then travels
 * while the thread runs on. At most one commit is outstanding; effects produced after its capture
 * belong to the next.
 *
 * <p>What the link, the timer and the carrier report is settled under the lock of its {@link
 * Lifecycle}, which is never held while user code runs, while a graph is serialised, or while the
 * link is written to.
 */
final class VirtualThreadRun implements Incarnation, Inquirer, Host.Safepoints {
  private static final Logger LOG = LoggerFactory.getLogger(VirtualThreadRun.class);

  private final WorkerContext worker;
  private final String thread;
  private final long epoch;
  private final Endings endings;
  private final Host host;
  private final Execution execution;
  private final CaptureReasons reasons;
  private final Waiting waiting;
  private final Lifecycle life;
  private final Settlement settlement;

  VirtualThreadRun(
      RunThread request, WorkerContext worker, Endings endings, Consumer<VirtualThreadRun> onGone) {
    this.worker = worker;
    this.thread = request.thread();
    this.epoch = request.epoch();
    this.endings = endings;
    boolean unstarted = request.sequence() == 0;
    ThreadImage position =
        unstarted
            ? new ThreadImage(0, 0, List.of(), List.of(), Map.of(), request.image())
            : ThreadImage.decode(request.image());
    this.host = new Host(thread, position, worker, this);
    this.execution = new Execution(host, worker, endings, unstarted, position.frames());
    this.reasons = new CaptureReasons(worker);
    this.waiting = new Waiting(this, worker, host.mailbox(), this::wakeAtAlarm);
    this.life = new Lifecycle(this, request, worker, reasons, waiting, execution, onGone);
    this.settlement =
        new Settlement(request, worker, endings, host, execution, reasons, waiting, life);
  }

  String thread() {
    return thread;
  }

  @Override
  public long epoch() {
    return epoch;
  }

  Host host() {
    return host;
  }

  RunState state() {
    return life.state();
  }

  /** Queues the thread for the first time. */
  void begin() {
    worker.mail().want(this);
    worker.carriers().enqueue(this);
  }

  /** Queues the thread for the first time, with the mail that it waited for. */
  void begin(List<Batch> mail) {
    host.mailbox().add(mail);
    begin();
  }

  /**
   * Has the thread look for mail.
   *
   * @return false if this incarnation is over: there may be another one
   */
  boolean mailWaiting() {
    synchronized (life) {
      if (life.state().isFinal()) {
        return false;
      }
      worker.mail().want(this);
      return true;
    }
  }

  // ------------------------------------------------------------------ on the carrier

  /** Runs the thread until it is captured, or settles what it was queued for. On a carrier. */
  void step() {
    boolean settle;
    synchronized (life) {
      if (life.state() != RunState.QUEUED) {
        return;
      }
      settle = life.settlesFirst();
      life.taken();
    }
    List<Frame> captured = execution.frames();
    Ending last = reasons.ending();
    try {
      if (last != null) {
        settlement.finish(last);
      } else if (settle && captured != null) {
        settlement.captured(captured, waiting.operation());
      } else {
        drive();
      }
    } catch (RuntimeException | StackOverflowError bug) {
      LOG.error("{} is lost by a bug", thread, bug);
      settlement.finish(endings.failed(new IllegalStateException("a bug in the worker", bug)));
    }
  }

  private void drive() {
    settlement.progressed();
    if (host.backlog().isFull()) {
      execution.pollNow();
    }
    Outcome outcome = execution.run();
    reasons.yielded();
    Ending decided = reasons.ending();
    if (decided != null) {
      settlement.finish(decided);
    } else if (outcome instanceof Outcome.Captured captured) {
      settlement.captured(captured.frames(), captured.waitingFor());
    } else {
      settlement.finish(endings.of(thread, outcome));
    }
  }

  // ------------------------------------------------------------------ at safepoints

  @Override
  public boolean captureNow() {
    execution.clearPoll();
    boolean wanted =
        execution.hasOthers()
            ? reasons.leaving() || holdsUp(worker.now())
            : reasons.captureNow(settlement.isCommitting());
    return wanted || host.backlog().isFull();
  }

  @Override
  public void pollNow() {
    execution.pollNow();
  }

  @Override
  public boolean leaving() {
    return reasons.leaving();
  }

  @Override
  public boolean takeHint() {
    return (!execution.hasOthers() || execution.holdsUp(worker.now()))
        && reasons.takeHint(settlement.isCommitting());
  }

  // ------------------------------------------------------------------ from the peer

  /** Stops the thread: at once, or at its next safepoint. What is not committed is dropped. */
  void stop(String reason) {
    settlement.stop(reason);
  }

  /** Captures and commits the thread at its next safepoint, and runs it no further. */
  CompletableFuture<UnitMessage> freeze(String reason) {
    Freeze asked = new Freeze();
    synchronized (life) {
      RunState state = life.state();
      Freeze before = reasons.freeze();
      if (state.isFinal() || before != null || reasons.isStopped() || reasons.ending() != null) {
        asked.refused(
            before != null
                ? thread + " is being frozen already: " + reason
                : thread + " has ended, so it can't be moved");
        return asked.answer();
      }
      reasons.freeze(asked);
      execution.pollNow();
      if (state == RunState.QUEUED && execution.hasNotRun()) {
        life.freeze(asked);
      } else if (state == RunState.QUEUED || state == RunState.BLOCKED) {
        life.settleFirst();
        life.wake();
      }
    }
    var unused = worker.later(() -> giveUp(asked), worker.settings().freezeTimeout());
    return asked.answer();
  }

  private void giveUp(Freeze asked) {
    StackTraceElement[] stack = execution.stackTrace();
    synchronized (life) {
      if (reasons.freeze() != asked) {
        return;
      }
      reasons.freeze(null);
    }
    asked.refused(
        life.state() == RunState.RUNNING
            ? thread
                + " reaches no safepoint: it is "
                + endings.where(stack)
                + ", below a frame that can't be captured or in code that was not preprocessed. It"
                + " runs on; try again later"
            : "the checkpoint of " + thread + " is not stored yet; try again later");
  }

  /** Tells what it does at this moment. */
  ThreadInsight inspect() {
    StackTraceElement[] stack = execution.stackTrace();
    List<String> places = endings.places(stack);
    synchronized (life) {
      String activity =
          switch (life.state()) {
            case QUEUED -> "it is ready, and waits for one of its worker's slots";
            case RUNNING -> "it computes";
            case BLOCKED -> waiting.describe();
            case COMMITTING -> "it waits until its checkpoint is stored";
            case PARKED -> "it waits for a message, and is not in memory meanwhile";
            case FROZEN -> "it is captured, to go on elsewhere";
            case ENDED -> "it has ended";
          };
      return new ThreadInsight(activity, host.mailbox().size(), places);
    }
  }

  // ------------------------------------------------------------------ mail and time

  @Override
  public @Nullable UnitMessage inquiry() {
    synchronized (life) {
      UnitMessage inquiry = null;
      if (!life.state().isFinal() && waiting.isForRoom()) {
        inquiry = new AskRoom(thread, host.backlog().sent());
      } else if (!life.state().isFinal() && waiting.hasRoomForMail()) {
        inquiry = new FetchMessages(thread, host.mailbox().wanted());
      }
      waiting.asking(inquiry != null);
      return inquiry;
    }
  }

  @Override
  public void answered(@Nullable UnitMessage answer) {
    if (answer instanceof Mail mail) {
      mail(mail.batches());
    } else if (answer instanceof Room room) {
      room(room.taken());
    }
    synchronized (life) {
      waiting.asking(false);
      settlement.rest();
    }
  }

  private void mail(List<Batch> batches) {
    host.mailbox().add(batches);
    host.primed();
    synchronized (life) {
      if (waiting.fetched(batches)) {
        life.wake();
      }
    }
  }

  /** Has the thread ask for its lock again, if it waits for one. */
  void lockChanged() {
    synchronized (life) {
      waiting.lockChanged();
      if (waiting.operation() instanceof LockAcquire) {
        life.wake();
      }
    }
  }

  @Override
  public void room(List<Taken> taken) {
    taken.forEach(host.backlog()::taken);
    synchronized (life) {
      if (waiting.isForRoom() && !host.backlog().isFull()) {
        life.wake();
      }
    }
  }

  @Override
  public boolean markWanting(boolean now) {
    synchronized (life) {
      return waiting.markWanted(now);
    }
  }

  /**
   * Looks after a blocked thread.
   *
   * @return false if it is blocked no longer
   */
  boolean sweep(long now) {
    synchronized (life) {
      if (life.state() == RunState.BLOCKED
          && settlement.hasProgressed()
          && reasons.cadence().due(now)
          && !settlement.isCommitting()) {
        reasons.checkpointDue(true);
        life.settleFirst();
        life.wake();
      }
      settlement.rest();
      return waiting.stayInRotation(life.state() == RunState.BLOCKED);
    }
  }

  /** Looks after a running thread. */
  void tick(long now) {
    if (life.state() == RunState.RUNNING && (execution.hasOthers() ? holdsUp(now) : isDue(now))) {
      execution.pollNow();
    }
  }

  private boolean isDue(long now) {
    return reasons.tick(now, host.outbox(), settlement.isCommitting());
  }

  /** A thread of several tasks is captured only for the sake of those that wait. */
  private boolean holdsUp(long now) {
    boolean due = execution.holdsUp(now) && !reasons.cadence().isBackingOff(now);
    if (due) {
      reasons.checkpointDue(true);
    }
    return due;
  }

  /** Tells whether effects wait for a checkpoint. */
  boolean hasNews() {
    return host.outbox().hasNews();
  }

  private void wakeAtAlarm() {
    synchronized (life) {
      if (waiting.isAlarmOver()) {
        life.wake();
      }
    }
  }
}
