package io.leverage.peer.internal.work;

import io.leverage.continuation.Operation;
import io.leverage.peer.internal.unit.UnitMessage.Ending;
import io.leverage.spi.CheckpointHint;
import io.leverage.spi.Receive;
import org.jspecify.annotations.Nullable;

/**
 * Why a safepoint of one virtual thread should capture it: it is to leave its worker, it has run
 * for its slice, or a checkpoint is due. Each reason is set before the continuation's poll flag.
 */
final class CaptureReasons {
  private final WorkerContext worker;
  private final Cadence cadence;
  private volatile boolean checkpointDue;
  private volatile boolean sliceOver;
  private volatile boolean stopped;
  private volatile @Nullable Freeze freeze;
  private volatile @Nullable Ending ending;
  private volatile long runningSince;
  private long captureBegan;

  CaptureReasons(WorkerContext worker) {
    this.worker = worker;
    this.cadence = new Cadence(worker.settings(), worker.now());
  }

  Cadence cadence() {
    return cadence;
  }

  // ------------------------------------------------------------------ to leave the worker

  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  /** Sets the request to freeze that is to be met; null when there is none any more. */
  void freeze(@Nullable Freeze asked) {
    freeze = asked;
  }

  @Nullable Freeze freeze() {
    return freeze;
  }

  /** Decides how the thread ends; its last commit is still to come. */
  void end(Ending how) {
    ending = how;
  }

  @Nullable Ending ending() {
    return ending;
  }

  /** Tells whether the thread is to begin nothing any more. At a safepoint. */
  boolean leaving() {
    captureBegan = worker.now();
    return stopped || freeze != null || ending != null;
  }

  // ------------------------------------------------------------------ to be checkpointed

  /** Marks that a checkpoint is due, or no longer. */
  void checkpointDue(boolean due) {
    checkpointDue = due;
  }

  /** Decides at a poll whether to capture. */
  boolean captureNow(boolean committing) {
    return leaving() || sliceOver || (checkpointDue && !committing);
  }

  /** Decides about a hint: whether the thread is captured for it. */
  boolean takeHint(boolean committing) {
    if (committing) {
      checkpointDue = true;
      return false;
    }
    return !cadence.passesHint(worker.now());
  }

  /** Tells whether a captured stack, which waits in an operation, is worth a checkpoint. */
  boolean wantsCheckpoint(@Nullable Operation operation, Host host) {
    Outbox outbox = host.outbox();
    return checkpointDue
        || operation instanceof CheckpointHint
        || (outbox.hasNews()
            && (operation instanceof Receive
                || (host.backlog().isFull() && !cadence.isBackingOff(worker.now()))
                || effectsDue(outbox)));
  }

  private boolean effectsDue(Outbox outbox) {
    return cadence.effectsDue(worker.now(), outbox.waitingSince());
  }

  /** A checkpoint was made of what was captured last. */
  void checkpointMade() {
    checkpointDue = false;
    cadence.made(worker.now(), worker.now() - captureBegan);
  }

  /** The thread's state refused a checkpoint. */
  void checkpointRefused() {
    checkpointDue = false;
    cadence.refused(worker.now());
  }

  // ------------------------------------------------------------------ with time

  /** A carrier has begun with the thread; a stack that is settled first is captured by now. */
  void running() {
    runningSince = worker.now();
    captureBegan = runningSince;
  }

  /** The carrier is free for others. */
  void yielded() {
    sliceOver = false;
  }

  /**
   * Looks for reasons that time has brought to a running thread.
   *
   * @return true if there are any
   */
  boolean tick(long now, Outbox outbox, boolean committing) {
    boolean effects = outbox.hasNews() && cadence.effectsDue(now, outbox.waitingSince());
    boolean due = (effects || cadence.due(now)) && !committing;
    if (due) {
      checkpointDue = true;
    }
    boolean over = worker.carriers().hasWaiting() && now - runningSince > worker.settings().slice();
    if (over) {
      sliceOver = true;
    }
    return due || over;
  }
}
