package io.leverage.peer.internal.work;

import io.leverage.RefusedException;
import io.leverage.continuation.Frame;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.Commit;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.Ending;
import io.leverage.peer.internal.unit.UnitMessage.Failed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes and sends the commits of one incarnation, one at a time: the very same commit again and
 * again until it is answered, since its outcome may be unknown.
 */
final class Committer {
  private static final int MAX_BACKOFF = 5;
  private static final byte[] NO_IMAGE = {};

  /** Hears what became of commits. Called on any thread; must not block. */
  interface Listener {
    void acknowledged(Pending commit);

    void fenced(String message);

    /** The commit can't be sent whole, whatever is tried. */
    void tooBig(Pending commit, RefusedException cause);
  }

  /** A commit that is not acknowledged yet. */
  static final class Pending {
    private final Commit commit;
    private final long operations;

    private Pending(Commit commit, long operations) {
      this.commit = commit;
      this.operations = operations;
    }

    boolean isEnding() {
      return commit.ending() != null;
    }

    byte[] image() {
      return commit.image();
    }

    ParkedThread parked() {
      return new ParkedThread(commit.epoch(), commit.sequence(), commit.image());
    }
  }

  private final String thread;
  private final long epoch;
  private final Host host;
  private final WorkerContext worker;
  private final Listener listener;
  private long sequence;
  private volatile @Nullable Pending outstanding;

  Committer(
      String thread,
      long epoch,
      long sequence,
      Host host,
      WorkerContext worker,
      Listener listener) {
    this.thread = thread;
    this.epoch = epoch;
    this.sequence = sequence;
    this.host = host;
    this.worker = worker;
    this.listener = listener;
  }

  boolean isBusy() {
    return outstanding != null;
  }

  /**
   * Makes a checkpoint. On the carrier, with no commit outstanding.
   *
   * @param first a partial result that comes before all others; null for none
   * @throws RefusedException if the state can't be serialised; nothing has changed then
   */
  Pending prepare(List<Frame> frames, byte @Nullable [] first) {
    byte[] stack = stack(frames);
    if (first != null) {
      host.outbox().reportFirst(first);
    }
    Outbox.Effects effects = host.outbox().take();
    byte[] image =
        new ThreadImage(
                host.operations(),
                host.outbox().nextPartialResult(),
                host.backlog().ahead(),
                host.mailbox().cursors(),
                host.locks().holds(),
                stack)
            .encode();
    return pending(image, effects, null);
  }

  private byte[] stack(List<Frame> frames) {
    try {
      return worker.codec().write(frames.toArray(new Frame[0]));
    } catch (StackOverflowError e) {
      throw new RefusedException(
          "the state is nested too deeply to be serialised: use arrays or collections instead of"
              + " long chains of references",
          e);
    }
  }

  /** Makes the last commit. */
  Pending prepare(Ending ending) {
    return pending(NO_IMAGE, host.outbox().take(), ending);
  }

  private Pending pending(byte[] image, Outbox.Effects effects, @Nullable Ending ending) {
    return new Pending(
        new Commit(
            thread,
            epoch,
            ++sequence,
            image,
            effects.messages(),
            effects.partialResults(),
            effects.firstPartialResult(),
            host.mailbox().consumed(),
            ending),
        host.operations());
  }

  /** Marks a commit as outstanding; then {@link #send} it, outside of any lock. */
  void begin(Pending commit) {
    outstanding = commit;
  }

  void send(Pending commit) {
    send(commit, 0);
  }

  private void send(Pending commit, int attempt) {
    if (outstanding != commit) {
      return;
    }
    try {
      var unused =
          worker
              .peer()
              .request(commit.commit)
              .whenComplete((answer, failure) -> answered(commit, attempt, answer, failure));
    } catch (RefusedException e) {
      outstanding = null;
      sequence--;
      listener.tooBig(commit, e);
    }
  }

  private void answered(
      Pending commit, int attempt, @Nullable UnitMessage answer, @Nullable Throwable failure) {
    if (outstanding != commit) {
      return;
    }
    if (answer instanceof Done) {
      outstanding = null;
      host.committed(commit.operations);
      listener.acknowledged(commit);
    } else if (answer instanceof Failed failed && failed.kind() == Failed.Kind.FENCED) {
      outstanding = null;
      listener.fenced(failed.message());
    } else {
      String why = answer instanceof Failed failed ? failed.message() : String.valueOf(failure);
      if (attempt == 0) {
        worker
            .events()
            .tell(
                thread,
                "checkpoint "
                    + commit.commit.sequence()
                    + " is not stored yet, repeating it: "
                    + why);
      }
      long delay = worker.settings().retryDelay() << Math.min(attempt, MAX_BACKOFF);
      var unused = worker.later(() -> send(commit, attempt + 1), delay);
    }
  }

  /** Forgets the outstanding commit: nobody cares for its outcome any more. */
  void abandon() {
    outstanding = null;
  }
}
