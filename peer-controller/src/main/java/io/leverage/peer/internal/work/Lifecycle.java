package io.leverage.peer.internal.work;

import io.leverage.peer.internal.unit.UnitMessage.RunThread;
import java.util.function.Consumer;

/**
 * The state of one incarnation of a virtual thread, and what makes it leave its worker. The object
 * is the thread's lock: all but {@link #state} is used under it.
 */
final class Lifecycle {
  private final VirtualThreadRun run;
  private final String thread;
  private final WorkerContext worker;
  private final CaptureReasons reasons;
  private final Waiting waiting;
  private final Execution execution;
  private final Consumer<VirtualThreadRun> onGone;
  private volatile RunState state = RunState.QUEUED;
  private boolean settleFirst;

  Lifecycle(
      VirtualThreadRun run,
      RunThread request,
      WorkerContext worker,
      CaptureReasons reasons,
      Waiting waiting,
      Execution execution,
      Consumer<VirtualThreadRun> onGone) {
    this.run = run;
    this.thread = request.thread();
    this.worker = worker;
    this.reasons = reasons;
    this.waiting = waiting;
    this.execution = execution;
    this.onGone = onGone;
  }

  RunState state() {
    return state;
  }

  /** Has the captured stack settled, when it is on a carrier again, before it is resumed. */
  void settleFirst() {
    settleFirst = true;
  }

  boolean settlesFirst() {
    return settleFirst;
  }

  /** A carrier takes the thread; what it was to settle first, it settles now. */
  void taken() {
    transition(RunState.RUNNING);
    settleFirst = false;
    reasons.running();
  }

  /** Queues a thread that is blocked. */
  void wake() {
    if (state == RunState.BLOCKED) {
      transition(RunState.QUEUED);
    }
  }

  /** Captured and committed for another peer, which may be this worker's own: first it is gone. */
  void freeze(Freeze asked) {
    transition(RunState.FROZEN);
    gone();
    asked.done();
  }

  /** Blocked, with its checkpoint stored: that is all that is kept of it. */
  void park(ParkedThread parked) {
    transition(RunState.PARKED);
    execution.drop();
    waiting.leave();
    worker.threads().park(thread, run, parked);
  }

  void end(String reason) {
    Freeze asked = reasons.freeze();
    if (asked != null) {
      asked.refused(thread + " has ended (" + reason + "), so it can't be moved");
    }
    transition(RunState.ENDED);
    gone();
  }

  private void gone() {
    execution.drop();
    waiting.leave();
    reasons.freeze(null);
    onGone.accept(run);
  }

  void transition(RunState next) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException(thread + " can't go from " + state + " to " + next);
    }
    if (state == RunState.BLOCKED) {
      waiting.over();
    }
    state = next;
    if (next == RunState.QUEUED) {
      worker.carriers().enqueue(run);
    }
  }
}
