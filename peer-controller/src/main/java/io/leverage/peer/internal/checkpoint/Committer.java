package io.leverage.peer.internal.checkpoint;

import io.leverage.RefusedException;
import io.leverage.ThreadState;
import io.leverage.peer.internal.checkpoint.Checkpoint.Cursor;
import io.leverage.peer.internal.message.MessageManager;
import io.leverage.peer.internal.record.CheckpointRef;
import io.leverage.peer.internal.record.ThreadRecord;
import io.leverage.peer.internal.record.ThreadTable;
import io.leverage.peer.internal.unit.FencedException;
import io.leverage.peer.internal.unit.UnitMessage.Commit;
import io.leverage.peer.internal.unit.UnitMessage.Consumed;
import io.leverage.peer.internal.unit.UnitMessage.Ending;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits the checkpoints of one incarnation of one thread, on the peer that owns it.
 *
 * <p>The order is everything (invariant I4): the content is stored; then the record is moved from
 * the sequence before to this one, if the epoch is still ours; then the effects are published; then
 * the content before is removed. A peer may die between any two steps: before the record moved the
 * commit never happened, after it whoever claims the thread publishes the effects. The effects of a
 * commit are visible before the next one moves the record, so there is at most one to repeat.
 *
 * <p>A thread waits for its commits, so they go the shortest way: a small content is in the record,
 * and stored by the same step that moves it; the record as we last wrote it is expected rather than
 * read again; and the content before is removed while the thread goes on.
 */
public final class Committer {
  private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

  private final Checkpoints checkpoints;
  private final ThreadTable threads;
  private final Publisher publisher;
  private final CrashPoint crashes;
  private final Clock clock;
  private final Executor executor;
  private final String self;
  private final long epoch;
  private Checkpoint published;
  private ThreadTable.@Nullable Known known;
  private volatile ThreadRecord last;
  private CompletableFuture<@Nullable Void> removed = CompletableFuture.completedFuture(null);

  Committer(
      Checkpoints checkpoints,
      ThreadTable threads,
      Publisher publisher,
      CrashPoint crashes,
      Clock clock,
      Executor executor,
      String self,
      ThreadTable.Known claimed,
      Checkpoint published) {
    this.checkpoints = checkpoints;
    this.threads = threads;
    this.publisher = publisher;
    this.crashes = crashes;
    this.clock = clock;
    this.executor = executor;
    this.self = self;
    this.epoch = claimed.record().epoch();
    this.known = claimed;
    this.last = claimed.record();
    this.published = withoutContent(published);
  }

  /**
   * Commits a checkpoint. To commit the same again, after an unknown outcome, is harmless.
   *
   * @param events what happened to the thread since the commit before
   * @throws FencedException if the incarnation is no longer the thread's
   * @throws RefusedException if its effects can't be published as they are
   * @throws io.leverage.UnreachableException if the outcome is unknown: try the very same again
   */
  public synchronized void commit(Commit commit, List<String> events) {
    MessageManager.check(commit.thread(), commit.outbox());
    last = threads.inOneHistory(() -> record(commit, events));
  }

  private ThreadRecord record(Commit commit, List<String> events) {
    ThreadTable.Known present = known;
    known = null; // until this commit's outcome is known
    if (present == null) {
      present = owned(commit, threads.know(commit.thread()));
    }
    ThreadRecord before = present.record();
    if (before.sequence() == commit.sequence()) {
      repeat(commit, present);
      return before;
    }
    checkFollows(commit, before);
    if (published.sequence() != before.sequence()) { // its outcome was unknown to us
      publish(load(commit.thread(), before));
    }
    Checkpoint checkpoint = checkpoint(commit);
    removed.join(); // of the checkpoint before, which may have had chunks of this one
    CheckpointRef next = checkpoints.put(checkpoint, before.checkpoint());
    crashes.passed(commit.thread(), CrashPoint.Step.CHECKPOINT_STORED);
    ThreadTable.Known moved = move(commit, checkpoint, next, present, events);
    crashes.passed(commit.thread(), CrashPoint.Step.RECORD_CHANGED);
    publish(checkpoint);
    finish(commit.thread(), checkpoint, moved);
    known = moved;
    remove(commit.thread(), before.checkpoint(), next);
    return moved.record();
  }

  /** Gets the record as this incarnation last left it. */
  public ThreadRecord last() {
    return last;
  }

  /** Removes what nobody refers to any more, at most one at a time. */
  private void remove(String thread, CheckpointRef checkpoint, CheckpointRef next) {
    if (checkpoint.content() != null) {
      return;
    }
    try {
      removed =
          CompletableFuture.runAsync(() -> checkpoints.remove(thread, checkpoint, next), executor)
              .exceptionally(
                  failure -> {
                    LOG.debug("checkpoint {} of {} remains", checkpoint, thread, failure);
                    return null;
                  });
    } catch (RejectedExecutionException e) {
      LOG.debug("checkpoint {} of {} remains: this peer is going", checkpoint, thread, e);
    }
  }

  private ThreadTable.Known move(
      Commit commit,
      Checkpoint checkpoint,
      CheckpointRef stored,
      ThreadTable.Known before,
      List<String> events) {
    Ending ending = commit.ending();
    Optional<ThreadTable.Known> after =
        threads.change(
            commit.thread(),
            before,
            present -> {
              ThreadRecord owned = mine(commit, present);
              if (owned.sequence() == commit.sequence()) {
                return present; // an earlier attempt of ours took effect after all
              }
              checkFollows(commit, owned);
              ThreadRecord next =
                  owned
                      .noted(events, clock.instant())
                      .committed(stored, commit.image().length, clock.instant());
              if (ending == null) {
                return next;
              }
              ThreadRecord ended =
                  next.ending(
                      ThreadState.valueOf(ending.state()), ending.failure(), clock.instant());
              return checkpoint.hasEffects() ? ended : ended.endPublished();
            });
    return owned(commit, after);
  }

  private void repeat(Commit commit, ThreadTable.Known present) {
    ThreadRecord record = present.record();
    Checkpoint stored = load(commit.thread(), record);
    if (stored.epoch() != epoch) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "commit %d of %s was made by epoch %d already",
              commit.sequence(),
              commit.thread(),
              stored.epoch()));
    }
    if (published.sequence() != record.sequence()) {
      publish(stored);
    }
    finish(commit.thread(), stored, present);
  }

  private void publish(Checkpoint checkpoint) {
    publisher.publish(checkpoint);
    published = withoutContent(checkpoint);
  }

  private void finish(String thread, Checkpoint checkpoint, ThreadTable.Known present) {
    if (checkpoint.ending() != null) {
      publisher.ended(checkpoint);
      threads.change(thread, present, record -> record.over() ? record : record.endPublished());
    }
  }

  private Checkpoint load(String thread, ThreadRecord record) {
    return checkpoints
        .find(thread, record.checkpoint())
        .orElseThrow(
            () ->
                new FencedException(
                    String.format(
                        Locale.ROOT,
                        "checkpoint %d of %s is gone: another incarnation has gone on",
                        record.sequence(),
                        thread)));
  }

  private ThreadTable.Known owned(Commit commit, Optional<ThreadTable.Known> record) {
    ThreadTable.Known present =
        record.orElseThrow(() -> new FencedException(commit.thread() + " is gone"));
    var unused = mine(commit, present.record());
    return present;
  }

  private static void checkFollows(Commit commit, ThreadRecord before) {
    if (before.sequence() != commit.sequence() - 1) {
      throw new RolledBackException(
          String.format(
              Locale.ROOT,
              "commit %d of %s does not follow %d, which the other side of a split mesh had",
              commit.sequence(),
              commit.thread(),
              before.sequence()));
    }
  }

  private ThreadRecord mine(Commit commit, ThreadRecord present) {
    boolean ours =
        present.epoch() == epoch
            && commit.epoch() == epoch
            && (present.owner().equals(self) || present.state().ended());
    if (!ours || (present.state().ended() && present.sequence() != commit.sequence())) {
      throw new FencedException(
          String.format(
              Locale.ROOT,
              "epoch %d of %s was superseded: it is in epoch %d, %s: %s",
              commit.epoch(),
              commit.thread(),
              present.epoch(),
              present.state(),
              present.reason()));
    }
    return present;
  }

  private Checkpoint checkpoint(Commit commit) {
    Map<String, Cursor> cursors = new TreeMap<>();
    for (Cursor cursor : published.cursors()) {
      cursors.put(cursor.sender(), new Cursor(cursor.sender(), cursor.next(), cursor.next()));
    }
    for (Consumed consumed : commit.consumed()) {
      Cursor last = cursors.get(consumed.sender());
      long kept = last == null ? 0 : last.next();
      cursors.put(
          consumed.sender(), new Cursor(consumed.sender(), kept, Math.max(kept, consumed.next())));
    }
    return new Checkpoint(
        commit.thread(),
        epoch,
        commit.sequence(),
        commit.ending() == null ? commit.image() : new byte[0],
        commit.outbox(),
        commit.partialResults(),
        commit.firstPartialResult(),
        List.copyOf(cursors.values()),
        commit.ending());
  }

  /** What has to be remembered of a checkpoint once it is published; it may be large. */
  private static Checkpoint withoutContent(Checkpoint checkpoint) {
    return new Checkpoint(
        checkpoint.thread(),
        checkpoint.epoch(),
        checkpoint.sequence(),
        new byte[0],
        List.of(),
        List.of(),
        0,
        checkpoint.cursors(),
        null);
  }
}
