package io.leverage.peer.internal.checkpoint;

import io.leverage.RefusedException;
import io.leverage.ThreadState;
import io.leverage.peer.internal.record.CheckpointRef;
import io.leverage.peer.internal.record.ThreadRecord;
import io.leverage.peer.internal.record.ThreadTable;
import io.leverage.peer.internal.unit.FencedException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Claims threads: takes them over with a new epoch, which fences every incarnation before, and
 * publishes what the one before committed but may not have published.
 */
public final class Recovery {
  private final Checkpoints checkpoints;
  private final ThreadTable threads;
  private final Publisher publisher;
  private final CrashPoint crashes;
  private final Clock clock;
  private final Executor executor;

  /**
   * Creates the role.
   *
   * @param executor removes what is superfluous, while the threads go on
   */
  public Recovery(
      Checkpoints checkpoints,
      ThreadTable threads,
      Publisher publisher,
      CrashPoint crashes,
      Clock clock,
      Executor executor) {
    this.checkpoints = checkpoints;
    this.threads = threads;
    this.publisher = publisher;
    this.crashes = crashes;
    this.clock = clock;
    this.executor = executor;
  }

  /**
   * A thread that is ours to run.
   *
   * @param record as it is after the claim
   * @param image to resume from
   * @param committer commits what it does
   */
  @SuppressWarnings("ArrayRecordComponent") // user data: nobody compares them
  public record Claimed(ThreadRecord record, byte[] image, Committer committer) {}

  /**
   * Stores a task as a new thread that waits for a worker.
   *
   * @param starter names the request; repeating it, after an unknown outcome, is harmless
   * @return false if the name is taken by another request's thread
   */
  public boolean submit(String thread, String starter, byte[] image) {
    Checkpoint first = Checkpoint.first(thread, image);
    CheckpointRef checkpoint = checkpoints.inline(first).orElse(CheckpointRef.NONE);
    if (checkpoint.equals(CheckpointRef.NONE)) { // a small one costs nothing to try
      Optional<ThreadRecord> taken = threads.find(thread);
      if (taken.isPresent()) {
        return taken.get().starter().equals(starter);
      }
      checkpoint = checkpoints.put(first, CheckpointRef.NONE);
    }
    boolean added =
        threads.add(
            thread, ThreadRecord.started(starter, checkpoint, image.length, clock.instant()));
    if (added) {
      return true;
    }
    Optional<ThreadRecord> other = threads.find(thread);
    if (!other.map(ThreadRecord::checkpoint).equals(Optional.of(checkpoint))) {
      checkpoints.remove(thread, checkpoint, CheckpointRef.NONE);
    }
    return other.filter(record -> record.starter().equals(starter)).isPresent();
  }

  /**
   * Who wants a thread.
   *
   * @param epoch that the thread must be in; the claim raises it
   * @param peer the peer's id
   * @param peerName the peer's name, for people
   * @param reason why, for people
   */
  public record Claim(String thread, long epoch, String peer, String peerName, String reason) {
    private ThreadRecord of(ThreadRecord present, Clock clock) {
      if (present.epoch() != epoch || present.state().ended()) {
        return present;
      }
      String event =
          String.format(
              Locale.ROOT,
              "taken by %s at checkpoint %d: %s",
              peerName,
              present.sequence(),
              reason);
      return present.claimed(peer, "running on " + peerName, event, clock.instant());
    }
  }

  /**
   * Claims a thread for a peer.
   *
   * @param known the thread's record, as somebody read it a moment ago; null if nobody did
   * @throws FencedException if it is in another epoch, or over
   * @throws RefusedException if its checkpoint is lost; the thread then has failed
   * @throws io.leverage.UnreachableException if the outcome is unknown
   */
  public Claimed claim(Claim claim, ThreadTable.@Nullable Known known) {
    return threads.inOneHistory(() -> take(claim, known));
  }

  private Claimed take(Claim claim, ThreadTable.@Nullable Known known) {
    String thread = claim.thread();
    ThreadTable.Known claimed =
        Optional.ofNullable(known)
            .or(() -> threads.know(thread))
            .flatMap(before -> threads.change(thread, before, present -> claim.of(present, clock)))
            .orElseThrow(() -> new FencedException(thread + " is gone"));
    ThreadRecord record = claimed.record();
    if (record.epoch() != claim.epoch() + 1 || !record.owner().equals(claim.peer())) {
      throw new FencedException(
          String.format(
              Locale.ROOT,
              "%s is in epoch %d, not %d: %s",
              thread,
              record.epoch(),
              claim.epoch(),
              record.reason()));
    }
    crashes.passed(thread, CrashPoint.Step.CLAIMED);
    Optional<Checkpoint> newest = checkpoints.find(thread, record.checkpoint());
    if (newest.isEmpty()) {
      String why =
          String.format(
              Locale.ROOT,
              "checkpoint %d is lost: more peers died at once than the mesh keeps copies on",
              record.sequence());
      Optional<ThreadRecord> now =
          threads.change(
              thread,
              present ->
                  present.epoch() == record.epoch()
                      ? present.stopped(ThreadState.FAILED, why, clock.instant()).endPublished()
                      : present);
      if (now.filter(failed -> failed.reason().equals(why)).isEmpty()) {
        throw new FencedException(
            thread + " was claimed by another peer, which has gone on from its checkpoint");
      }
      throw new RefusedException(thread + " failed: " + why);
    }
    publisher.publish(newest.get());
    crashes.passed(thread, CrashPoint.Step.CLAIM_PUBLISHED);
    if (claim.epoch() > 0) { // the first incarnation follows nobody
      checkpoints.retainOnly(thread, record.checkpoint());
    }
    return new Claimed(
        record,
        newest.get().image(),
        new Committer(
            checkpoints,
            threads,
            publisher,
            crashes,
            clock,
            executor,
            claim.peer(),
            claimed,
            newest.get()));
  }

  /**
   * Ends a thread from outside; whoever runs it is fenced. Does nothing if it has ended.
   *
   * @return the id of the peer that ran it; empty if none did
   */
  public Optional<String> stop(String thread, ThreadState end, String reason) {
    String[] owner = {""};
    Optional<ThreadRecord> stopped =
        threads.change(
            thread,
            present -> {
              owner[0] = present.owner();
              return present.state().ended()
                  ? present
                  : present.stopped(end, reason, clock.instant());
            });
    stopped.filter(record -> !record.over()).ifPresent(record -> completeEnd(thread));
    return Optional.of(owner[0]).filter(peer -> !peer.isEmpty());
  }

  /** Publishes what a thread that has ended may not have published. Anyone may do it. */
  public void completeEnd(String thread) {
    var unused = threads.inOneHistory(() -> publishEnd(thread));
  }

  private Optional<ThreadRecord> publishEnd(String thread) {
    Optional<ThreadRecord> ended = threads.find(thread).filter(r -> r.state().ended() && !r.over());
    if (ended.isEmpty()) {
      return ended;
    }
    checkpoints
        .find(thread, ended.get().checkpoint())
        .ifPresent(
            last -> {
              publisher.publish(last);
              publisher.ended(last);
            });
    return threads.change(
        thread,
        present -> present.state().ended() && !present.over() ? present.endPublished() : present);
  }

  /** Gives a thread back that this peer runs in some epoch; does nothing if it no longer does. */
  public void release(
      String thread, long epoch, String peer, String destination, String reason, boolean crashed) {
    threads.change(
        thread,
        present ->
            present.epoch() == epoch && present.owner().equals(peer) && !present.state().ended()
                ? present.released(reason, destination, crashed, clock.instant())
                : present);
  }

  /** Gets the first batch of a sender that a thread has not consumed, by its newest checkpoint. */
  public long consumed(String receiver, String sender) {
    return threads
        .find(receiver)
        .flatMap(record -> checkpoints.find(receiver, record.checkpoint()))
        .flatMap(
            newest ->
                newest.cursors().stream()
                    .filter(cursor -> cursor.sender().equals(sender))
                    .map(Checkpoint.Cursor::next)
                    .findFirst())
        .orElse(0L);
  }

  /** Adds to a thread's story. */
  public void note(String thread, String event) {
    threads.change(thread, present -> present.noted(List.of(event), clock.instant()));
  }

  /**
   * Adds to a thread's story what an incarnation had done that another one has overtaken; not if
   * the thread has ended.
   *
   * @param stopped the last record that this incarnation had
   */
  public void noteStopped(String thread, ThreadRecord stopped, String event) {
    boolean goesOn =
        threads.find(thread).filter(present -> isOvertaken(stopped, present)).isPresent();
    if (goesOn) {
      note(thread, event);
    }
  }

  private static boolean isOvertaken(ThreadRecord stopped, ThreadRecord present) {
    boolean same = present.epoch() == stopped.epoch() && present.owner().equals(stopped.owner());
    return !same && !present.state().ended();
  }

  /** Gets the image of the result of a thread that has ended; null if it has none. */
  public byte @Nullable [] result(String thread, ThreadRecord record) {
    return checkpoints
        .find(thread, record.checkpoint())
        .map(Checkpoint::ending)
        .map(ending -> ending.result())
        .orElse(null);
  }
}
