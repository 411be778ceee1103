package io.leverage.peer.internal.work;

import io.leverage.RefusedException;
import io.leverage.continuation.Frame;
import io.leverage.continuation.Operation;
import io.leverage.peer.internal.unit.UnitMessage.Ending;
import io.leverage.peer.internal.unit.UnitMessage.RunThread;
import io.leverage.spi.CheckpointHint;
import io.leverage.spi.LockAcquire;
import io.leverage.spi.Receive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of captured stacks, and of the commits that are made of them. Stacks are settled on
 * the carrier; commits are answered on any thread.
 */
final class Settlement implements Committer.Listener {
  private final String thread;
  private final WorkerContext worker;
  private final Endings endings;
  private final Host host;
  private final Execution execution;
  private final CaptureReasons reasons;
  private final Waiting waiting;
  private final Lifecycle life;
  private final Committer committer;
  private volatile boolean progressed;
  private Committer.@Nullable Pending resting;
  private boolean warned;

  Settlement(
      RunThread request,
      WorkerContext worker,
      Endings endings,
      Host host,
      Execution execution,
      CaptureReasons reasons,
      Waiting waiting,
      Lifecycle life) {
    this.thread = request.thread();
    this.worker = worker;
    this.endings = endings;
    this.host = host;
    this.execution = execution;
    this.reasons = reasons;
    this.waiting = waiting;
    this.life = life;
    this.committer = new Committer(thread, request.epoch(), request.sequence(), host, worker, this);
  }

  boolean isCommitting() {
    return committer.isBusy();
  }

  /** The thread runs: its next checkpoint is worth its cost. */
  void progressed() {
    progressed = true;
    resting = null;
  }

  /** Tells whether the thread has run since its last checkpoint. */
  boolean hasProgressed() {
    return progressed;
  }

  /** Decides what becomes of a captured stack. */
  void captured(List<Frame> stack, @Nullable Operation operation) {
    execution.captured(stack);
    waiting.in(operation);
    boolean required = reasons.freeze() != null || host.awaitsCommit(operation);
    boolean wanted =
        required
            || execution.hasOthers()
            || rests(operation)
            || reasons.wantsCheckpoint(operation, host);
    Committer.Pending commit = null;
    RefusedException refusal = null;
    if (wanted && !reasons.isStopped() && !committer.isBusy()) {
      try {
        commit = committer.prepare(stack, execution.report());
        execution.leaveOthers();
        progressed = false;
        reasons.checkpointMade();
      } catch (RefusedException e) {
        refusal = e;
        if (refused(e)) {
          return;
        }
      }
    }
    synchronized (life) {
      if (reasons.isStopped()) {
        life.end("stopped");
        return;
      }
      if (commit != null) {
        committer.begin(commit);
      }
      life.transition(next(operation, required, commit != null, refusal));
    }
    if (commit != null) {
      committer.send(commit);
    }
  }

  /** Tells whether the thread is likely to be parked, once it has a checkpoint. */
  private boolean rests(@Nullable Operation operation) {
    return worker.threads().isCrowded()
        && progressed
        && operation instanceof Receive receive
        && !receive.timed()
        && host.mailbox().size() == 0
        && !reasons.cadence().isBackingOff(worker.now());
  }

  private RunState next(
      @Nullable Operation operation,
      boolean required,
      boolean committing,
      @Nullable RefusedException refusal) {
    if (required && committing) {
      return RunState.COMMITTING;
    } else if (required && refusal == null) {
      life.settleFirst();
      return committer.isBusy() ? RunState.COMMITTING : RunState.QUEUED;
    } else if (reasons.freeze() != null || host.awaitsCommit(operation)) {
      return RunState.QUEUED;
    } else if (operation instanceof Receive receive) {
      return block(receive, committing, refusal);
    } else if (operation == null && host.backlog().isFull()) {
      return blockForRoom(committing, refusal);
    } else if (operation instanceof LockAcquire) {
      return waiting.forLock() ? RunState.BLOCKED : RunState.QUEUED;
    } else if (operation != null && !(operation instanceof CheckpointHint)) {
      waiting.forRetry();
      return RunState.BLOCKED;
    }
    return RunState.QUEUED;
  }

  private RunState block(Receive receive, boolean committing, @Nullable RefusedException refusal) {
    if (host.mailbox().size() > 0
        || (refusal != null && (!host.outbox().isEmpty() || execution.hasOthers()))) {
      return RunState.QUEUED;
    }
    if (!committing && refusal == null && host.outbox().hasNews() && !committer.isBusy()) {
      life.settleFirst();
      return RunState.QUEUED;
    }
    return waiting.forMail(receive, host.isPrimed()) ? RunState.BLOCKED : RunState.QUEUED;
  }

  /** A receiver is behind: the thread waits until it has consumed some messages. */
  private RunState blockForRoom(boolean committing, @Nullable RefusedException refusal) {
    boolean commits = host.outbox().hasNews() && !reasons.cadence().isBackingOff(worker.now());
    if (commits && !committing && refusal == null && !committer.isBusy()) {
      life.settleFirst();
      return RunState.QUEUED;
    }
    waiting.forRoom();
    return RunState.BLOCKED;
  }

  /**
   * Decides what becomes of a thread whose checkpoint its state refused.
   *
   * @return true if that was the end of it
   */
  private boolean refused(RefusedException cause) {
    reasons.checkpointRefused();
    Freeze asked = reasons.freeze();
    if (asked != null) {
      reasons.freeze(null);
      asked.refused(thread + " can't be captured: " + cause.getMessage());
    }
    boolean effects = !host.outbox().isEmpty();
    Operation operation = waiting.operation();
    if (host.awaitsCommit(operation)
        || ((effects || execution.hasOthers()) && operation instanceof Receive)) {
      host.refuse(cause);
    } else if (effects && reasons.cadence().refusals() >= worker.settings().refusals()) {
      finish(endings.failed(cause));
      return true;
    } else if (!warned) {
      warned = true;
      worker.events().tell(thread, "can't be checkpointed now: " + cause.getMessage());
    }
    return false;
  }

  /** Ends the thread with a last commit. */
  void finish(Ending how) {
    Committer.Pending commit = null;
    if (!reasons.isStopped() && !committer.isBusy()) {
      commit = committer.prepare(how);
    }
    synchronized (life) {
      execution.drop();
      reasons.end(how);
      if (reasons.isStopped()) {
        life.end("stopped");
        return;
      }
      if (commit != null) {
        committer.begin(commit);
      }
      life.transition(commit != null || committer.isBusy() ? RunState.COMMITTING : RunState.QUEUED);
    }
    if (commit != null) {
      committer.send(commit);
    }
  }

  // ------------------------------------------------------------------ from the commits

  @Override
  public void acknowledged(Committer.Pending commit) {
    synchronized (life) {
      reasons.cadence().stored(worker.now());
      settle(commit);
    }
  }

  private void settle(Committer.Pending commit) {
    RunState state = life.state();
    if (state.isFinal()) {
      return;
    }
    Freeze asked = reasons.freeze();
    if (commit.isEnding()) {
      host.locks().releaseAll();
      life.end("ended");
    } else if (state == RunState.COMMITTING
        && asked != null
        && !life.settlesFirst()
        && reasons.ending() == null) {
      life.freeze(asked);
    } else if (state == RunState.COMMITTING) {
      life.transition(RunState.QUEUED);
    } else if (state == RunState.BLOCKED && !host.outbox().hasNews()) {
      resting = progressed ? null : commit;
      rest();
    } else if (state == RunState.BLOCKED) {
      life.settleFirst();
      life.transition(RunState.QUEUED);
    } else {
      // Polls that met the outstanding commit were let pass.
      execution.pollNow();
    }
  }

  /**
   * Parks the thread if it waits for nothing but mail, its checkpoint is stored, and memory is
   * wanted by others. Used under the thread's lock.
   */
  void rest() {
    Committer.Pending stored = resting;
    if (stored != null
        && life.state() == RunState.BLOCKED
        && waiting.isIdle()
        && worker.threads().parks(stored.image())) {
      life.park(stored.parked());
    }
  }

  @Override
  public void fenced(String message) {
    stop("fenced: " + message);
  }

  @Override
  public void tooBig(Committer.Pending commit, RefusedException cause) {
    if (commit.isEnding()) {
      stop("its end can't be sent: " + cause.getMessage());
      return;
    }
    synchronized (life) {
      reasons.end(endings.failed(cause));
      execution.pollNow();
      RunState state = life.state();
      if (state == RunState.BLOCKED || state == RunState.COMMITTING) {
        life.transition(RunState.QUEUED);
      }
    }
  }

  /** Stops the thread: at once, or at its next safepoint. What is not committed is dropped. */
  void stop(String reason) {
    synchronized (life) {
      reasons.stop();
      committer.abandon();
      execution.pollNow();
      if (life.state() != RunState.RUNNING && !life.state().isFinal()) {
        life.end(reason);
      }
    }
    worker.events().tell(thread, reason);
  }
}
