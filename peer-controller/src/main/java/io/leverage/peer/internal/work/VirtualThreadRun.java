package io.leverage.peer.internal.work;

import io.leverage.RefusedException;
import io.leverage.continuation.Frame;
import io.leverage.continuation.Operation;
import io.leverage.continuation.Outcome;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.peer.internal.unit.UnitMessage.Ending;
import io.leverage.peer.internal.unit.UnitMessage.RunThread;
import io.leverage.spi.CheckpointHint;
import io.leverage.spi.Receive;
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
 * <p>What the link, the timer and the carrier report is settled under this object's lock, which is
 * never held while user code runs, while a graph is serialised, or while the link is written to.
 */
final class VirtualThreadRun implements Host.Safepoints, Committer.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(VirtualThreadRun.class);

  private final WorkerContext worker;
  private final String thread;
  private final long epoch;
  private final Endings endings;
  private final Consumer<VirtualThreadRun> onGone;
  private final Host host;
  private final Execution execution;
  private final Cadence cadence;
  private final Committer committer;

  private volatile RunState state = RunState.QUEUED;
  private @Nullable Operation waitingFor;
  private volatile @Nullable Ending ending;
  private boolean settleFirst;
  private boolean progressed;
  private boolean warned;

  // Why a safepoint should capture; each is set before the continuation's poll flag.
  private volatile boolean checkpointDue;
  private volatile boolean yieldDue;
  private volatile boolean stopped;
  private volatile @Nullable Freeze freeze;

  private volatile long runningSince;
  private long captureBegan;

  private final Alarm alarm;
  private boolean wanting;
  private boolean inRotation;
  private boolean moreMail;

  VirtualThreadRun(
      RunThread request, WorkerContext worker, Endings endings, Consumer<VirtualThreadRun> onGone) {
    this.worker = worker;
    this.thread = request.thread();
    this.epoch = request.epoch();
    this.endings = endings;
    this.onGone = onGone;
    boolean unstarted = request.sequence() == 0;
    ThreadImage position =
        unstarted
            ? new ThreadImage(0, 0, Map.of(), List.of(), request.image())
            : ThreadImage.decode(request.image());
    this.host = new Host(thread, position, worker, this);
    this.execution = new Execution(host, worker.codec(), unstarted, position.frames());
    this.alarm = new Alarm(worker, this::wakeAtAlarm);
    this.cadence = new Cadence(worker.settings(), worker.now());
    this.committer = new Committer(thread, epoch, request.sequence(), host, worker, this);
  }

  String thread() {
    return thread;
  }

  long epoch() {
    return epoch;
  }

  Host host() {
    return host;
  }

  RunState state() {
    return state;
  }

  /** Queues the thread for the first time. */
  void begin() {
    worker.mail().want(this);
    worker.carriers().enqueue(this);
  }

  // ------------------------------------------------------------------ on the carrier

  /** Runs the thread until it is captured, or settles what it was queued for. On a carrier. */
  void step() {
    boolean settle;
    synchronized (this) {
      if (state != RunState.QUEUED) {
        return;
      }
      transition(RunState.RUNNING);
      settle = settleFirst && execution.frames() != null;
      settleFirst = false;
      runningSince = worker.now();
    }
    Ending last = ending;
    List<Frame> captured = execution.frames();
    try {
      if (last != null) {
        finish(last);
      } else if (settle && captured != null) {
        captureBegan = runningSince;
        captured(captured, waitingFor);
      } else {
        drive();
      }
    } catch (RuntimeException | StackOverflowError bug) {
      LOG.error("{} is lost by a bug", thread, bug);
      finish(endings.failed(new IllegalStateException("a bug in the worker", bug)));
    }
  }

  private void drive() {
    progressed = true;
    Outcome outcome = execution.run();
    yieldDue = false;
    Ending decided = ending;
    if (decided != null) {
      finish(decided);
    } else if (outcome instanceof Outcome.Captured captured) {
      captured(captured.frames(), captured.waitingFor());
    } else if (outcome instanceof Outcome.Returned returned) {
      finish(endings.returned(thread, returned.value()));
    } else if (outcome instanceof Outcome.Threw threw) {
      finish(endings.failed(threw.failure()));
    }
  }

  /** Decides what becomes of a captured stack. */
  private void captured(List<Frame> stack, @Nullable Operation operation) {
    execution.captured(stack);
    waitingFor = operation;
    boolean required = freeze != null || host.awaitsCommit(operation);
    boolean wanted =
        required || checkpointDue || operation instanceof CheckpointHint || effectsWait(operation);
    Committer.Pending commit = null;
    RefusedException refusal = null;
    if (wanted && !stopped && !committer.isBusy()) {
      try {
        commit = committer.prepare(stack);
        checkpointDue = false;
        progressed = false;
        cadence.made(worker.now(), worker.now() - captureBegan);
      } catch (RefusedException e) {
        refusal = e;
        if (refused(e)) {
          return;
        }
      }
    }
    synchronized (this) {
      if (stopped) {
        end("stopped");
        return;
      }
      if (commit != null) {
        committer.begin(commit);
      }
      transition(next(operation, required, commit != null, refusal));
    }
    if (commit != null) {
      committer.send(commit);
    }
  }

  private boolean effectsWait(@Nullable Operation operation) {
    Outbox outbox = host.outbox();
    return !outbox.isEmpty()
        && (operation instanceof Receive
            || cadence.effectsDue(worker.now(), outbox.waitingSince()));
  }

  private RunState next(
      @Nullable Operation operation,
      boolean required,
      boolean committing,
      @Nullable RefusedException refusal) {
    if (required && committing) {
      return RunState.COMMITTING;
    } else if (required && refusal == null) {
      settleFirst = true;
      return committer.isBusy() ? RunState.COMMITTING : RunState.QUEUED;
    } else if (freeze != null || host.awaitsCommit(operation)) {
      return RunState.QUEUED;
    } else if (operation instanceof Receive receive) {
      return block(receive, committing, refusal);
    } else if (operation != null && !(operation instanceof CheckpointHint)) {
      alarm.set(worker.settings().retryDelay());
      return RunState.BLOCKED;
    }
    return RunState.QUEUED;
  }

  private RunState block(Receive receive, boolean committing, @Nullable RefusedException refusal) {
    if (host.mailbox().size() > 0 || (refusal != null && !host.outbox().isEmpty())) {
      return RunState.QUEUED;
    }
    if (!committing && refusal == null && !host.outbox().isEmpty() && !committer.isBusy()) {
      settleFirst = true;
      return RunState.QUEUED;
    }
    if (receive.timed() && host.isPrimed()) {
      if (receive.remainingNanos <= 0) {
        return RunState.QUEUED;
      }
      alarm.set(receive.remainingNanos);
    }
    if (moreMail) {
      worker.mail().want(this);
    }
    if (!inRotation) {
      inRotation = true;
      worker.mail().rotate(this);
    }
    return RunState.BLOCKED;
  }

  /**
   * Decides what becomes of a thread whose checkpoint its state refused.
   *
   * @return true if that was the end of it
   */
  private boolean refused(RefusedException cause) {
    cadence.refused(worker.now());
    checkpointDue = false;
    Freeze asked = freeze;
    if (asked != null) {
      freeze = null;
      asked.refused(thread + " can't be captured: " + cause.getMessage());
    }
    boolean effects = !host.outbox().isEmpty();
    if (host.awaitsCommit(waitingFor) || (effects && waitingFor instanceof Receive)) {
      host.refuse(cause);
    } else if (effects && cadence.refusals() >= worker.settings().refusals()) {
      finish(endings.failed(cause));
      return true;
    } else if (!warned) {
      warned = true;
      worker.events().tell(thread, "can't be checkpointed now: " + cause.getMessage());
    }
    return false;
  }

  private void finish(Ending how) {
    Committer.Pending commit = null;
    if (!stopped && !committer.isBusy()) {
      commit = committer.prepare(how);
    }
    synchronized (this) {
      execution.drop();
      ending = how;
      if (stopped) {
        end("stopped");
        return;
      }
      if (commit != null) {
        committer.begin(commit);
      }
      transition(commit != null || committer.isBusy() ? RunState.COMMITTING : RunState.QUEUED);
    }
    if (commit != null) {
      committer.send(commit);
    }
  }

  // ------------------------------------------------------------------ at safepoints

  @Override
  public boolean captureNow() {
    execution.clearPoll();
    if (leaving() || yieldDue || (checkpointDue && !committer.isBusy())) {
      captureBegan = worker.now();
      return true;
    }
    return false;
  }

  @Override
  public boolean leaving() {
    captureBegan = worker.now();
    return stopped || freeze != null || ending != null;
  }

  @Override
  public boolean takeHint() {
    if (committer.isBusy()) {
      checkpointDue = true;
      return false;
    }
    return !cadence.passesHint(worker.now());
  }

  // ------------------------------------------------------------------ from the commits

  @Override
  public synchronized void acknowledged(Committer.Pending commit) {
    if (state.isFinal()) {
      return;
    }
    Freeze asked = freeze;
    if (commit.isEnding()) {
      end("ended");
    } else if (state == RunState.COMMITTING && asked != null && !settleFirst && ending == null) {
      transition(RunState.FROZEN);
      asked.done();
      gone();
    } else if (state == RunState.COMMITTING) {
      transition(RunState.QUEUED);
    } else if (state == RunState.BLOCKED && !host.outbox().isEmpty()) {
      settleFirst = true;
      transition(RunState.QUEUED);
    } else {
      // Polls that met the outstanding commit were let pass.
      execution.pollNow();
    }
  }

  @Override
  public void fenced(String message) {
    stop("fenced: " + message);
  }

  @Override
  public synchronized void tooBig(Committer.Pending commit, RefusedException cause) {
    if (commit.isEnding()) {
      stop("its end can't be sent: " + cause.getMessage());
      return;
    }
    ending = endings.failed(cause);
    execution.pollNow();
    if (state == RunState.BLOCKED || state == RunState.COMMITTING) {
      transition(RunState.QUEUED);
    }
  }

  // ------------------------------------------------------------------ from the peer

  /** Stops the thread: at once, or at its next safepoint. What is not committed is dropped. */
  void stop(String reason) {
    synchronized (this) {
      stopped = true;
      committer.abandon();
      execution.pollNow();
      if (state != RunState.RUNNING && !state.isFinal()) {
        end(reason);
      }
    }
    worker.events().tell(thread, reason);
  }

  /** Captures and commits the thread at its next safepoint, and runs it no further. */
  CompletableFuture<UnitMessage> freeze(String reason) {
    Freeze asked = new Freeze();
    synchronized (this) {
      if (state.isFinal() || freeze != null || stopped || ending != null) {
        asked.refused(
            freeze != null
                ? thread + " is being frozen already: " + reason
                : thread + " has ended, so it can't be moved");
        return asked.answer();
      }
      freeze = asked;
      execution.pollNow();
      if (state == RunState.QUEUED && execution.hasNotRun()) {
        transition(RunState.FROZEN);
        asked.done();
        gone();
      } else if (state == RunState.QUEUED || state == RunState.BLOCKED) {
        settleFirst = true;
        wake();
      }
    }
    var unused = worker.later(() -> giveUp(asked), worker.settings().freezeTimeout());
    return asked.answer();
  }

  private void giveUp(Freeze asked) {
    StackTraceElement[] stack = execution.stackTrace();
    synchronized (this) {
      if (freeze != asked) {
        return;
      }
      freeze = null;
    }
    asked.refused(
        state == RunState.RUNNING
            ? thread
                + " reaches no safepoint: it is "
                + endings.where(stack)
                + ", below a frame that can't be captured or in code that was not preprocessed. It runs on; try again later"
            : "the checkpoint of " + thread + " is not stored yet; try again later");
  }

  // ------------------------------------------------------------------ mail and time

  /** Takes what was fetched. */
  void mail(List<Batch> batches) {
    host.mailbox().add(batches);
    host.primed();
    synchronized (this) {
      moreMail = !batches.isEmpty();
      boolean polls = waitingFor instanceof Receive r && r.timed() && !alarm.isSet();
      if (waitingFor instanceof Receive && (host.mailbox().size() > 0 || polls)) {
        wake();
      }
    }
  }

  /** Tells whether more may be fetched; if not, it is when the thread has taken what is there. */
  synchronized boolean hasRoomForMail() {
    boolean room = host.mailbox().size() < worker.settings().mailboxMessages();
    moreMail |= !room;
    return room && !state.isFinal();
  }

  /**
   * Marks whether a fetch is queued.
   *
   * @return true if this has changed
   */
  synchronized boolean markWanting(boolean now) {
    boolean changed = wanting != now;
    wanting = now;
    return changed;
  }

  /**
   * Looks after a blocked thread.
   *
   * @return false if it is blocked no longer
   */
  synchronized boolean sweep(long now) {
    if (state == RunState.BLOCKED && progressed && cadence.due(now) && !committer.isBusy()) {
      checkpointDue = true;
      settleFirst = true;
      wake();
    }
    inRotation = state == RunState.BLOCKED;
    return inRotation;
  }

  /** Looks after a running thread. */
  void tick(long now) {
    if (state != RunState.RUNNING) {
      return;
    }
    boolean effects =
        !host.outbox().isEmpty() && cadence.effectsDue(now, host.outbox().waitingSince());
    if ((effects || cadence.due(now)) && !committer.isBusy()) {
      checkpointDue = true;
      execution.pollNow();
    }
    if (worker.carriers().hasWaiting() && now - runningSince > worker.settings().slice()) {
      yieldDue = true;
      execution.pollNow();
    }
  }

  private synchronized void wakeAtAlarm() {
    if (alarm.isOver()) {
      wake();
    }
  }

  private void wake() {
    if (state == RunState.BLOCKED) {
      transition(RunState.QUEUED);
    }
  }

  // ------------------------------------------------------------------ states

  private void end(String reason) {
    Freeze asked = freeze;
    if (asked != null) {
      asked.refused(thread + " has ended (" + reason + "), so it can't be moved");
    }
    transition(RunState.ENDED);
    gone();
  }

  private void gone() {
    execution.drop();
    waitingFor = null;
    freeze = null;
    onGone.accept(this);
  }

  private void transition(RunState next) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException(thread + " can't go from " + state + " to " + next);
    }
    if (state == RunState.BLOCKED && alarm.isSet()) {
      long left = alarm.unset();
      if (waitingFor instanceof Receive receive && receive.timed()) {
        receive.remainingNanos = left;
      }
    }
    state = next;
    if (next == RunState.QUEUED) {
      worker.carriers().enqueue(this);
    }
  }
}
