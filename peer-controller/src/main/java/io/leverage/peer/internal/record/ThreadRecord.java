package io.leverage.peer.internal.record;

import io.leverage.ThreadState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The one small record that says who may run a virtual thread and from where.
 *
 * <pre>
 *  from      to         by
 *  (none)    WAITING    started
 *  WAITING   RUNNING    claimed       a peer takes it: the epoch rises
 *  RUNNING   RUNNING    claimed       another peer takes it from a lost one: the epoch rises
 *  RUNNING   RUNNING    committed     the sequence rises
 *  RUNNING   WAITING    released      its peer gives it back: frozen, or its worker died
 *  RUNNING   ended      committed     its last commit; {@code published} once its effects are
 *  any       ended      stopped       cancelled, or given up: the epoch rises, which fences it
 * </pre>
 *
 * @param starter names the request that started it, so that a repeated one is known as such
 * @param epoch how many incarnations it had; what carries an older one is void
 * @param owner the id of the peer that runs it; empty if none does
 * @param sequence how many checkpoints it committed
 * @param state its state; WAITING and RUNNING don't differ in what may be done, only in {@code
 *     owner}
 * @param published whether the effects of its last commit are known to be visible; only kept for a
 *     thread that has ended
 * @param checkpoint its newest checkpoint
 * @param checkpointBytes the size of its image
 * @param committed when it was committed, for people
 * @param crashes how many workers died under it since its last commit
 * @param destination the id of the peer that it is to move to; empty if any will do
 * @param reason why it is in its state, in a sentence
 * @param failure the stack trace as text, if it failed
 * @param events what happened to it, oldest first
 */
public record ThreadRecord(
    String starter,
    long epoch,
    String owner,
    long sequence,
    ThreadState state,
    boolean published,
    CheckpointRef checkpoint,
    long checkpointBytes,
    Instant committed,
    int crashes,
    String destination,
    String reason,
    String failure,
    List<String> events) {
  private static final int MOST_EVENTS = 32;
  private static final int LONGEST_EVENT = 400;
  private static final int LONGEST_FAILURE = 64 * 1024;

  /** A thread that was submitted. */
  public static ThreadRecord started(
      String starter, CheckpointRef checkpoint, long bytes, Instant now) {
    String reason = "waiting for a worker";
    return new ThreadRecord(
        starter,
        0,
        "",
        0,
        ThreadState.WAITING,
        true,
        checkpoint,
        bytes,
        now,
        0,
        "",
        reason,
        "",
        List.of(event(now, "submitted: " + reason)));
  }

  /** The thread taken by a peer, in a new epoch. */
  public ThreadRecord claimed(String peer, String why, String event, Instant now) {
    return new ThreadRecord(
        starter,
        epoch + 1,
        peer,
        sequence,
        ThreadState.RUNNING,
        true,
        checkpoint,
        checkpointBytes,
        committed,
        crashes,
        "",
        why,
        "",
        plus(now, event));
  }

  /** The thread with its next checkpoint. */
  public ThreadRecord committed(CheckpointRef next, long bytes, Instant now) {
    return new ThreadRecord(
        starter,
        epoch,
        owner,
        sequence + 1,
        state,
        true,
        next,
        bytes,
        now,
        0,
        destination,
        reason,
        "",
        events);
  }

  /** The thread ended by its own last commit, whose effects are still to be published. */
  public ThreadRecord ending(ThreadState end, String trace, Instant now) {
    String why = end == ThreadState.FAILED ? firstLine(trace) : "its task " + verb(end);
    return new ThreadRecord(
        starter,
        epoch,
        owner,
        sequence,
        end,
        false,
        checkpoint,
        checkpointBytes,
        committed,
        0,
        "",
        why,
        cut(trace, LONGEST_FAILURE),
        plus(now, "ended: " + why));
  }

  /** The thread ended, with all its effects visible. */
  public ThreadRecord endPublished() {
    return new ThreadRecord(
        starter,
        epoch,
        "",
        sequence,
        state,
        true,
        checkpoint,
        checkpointBytes,
        committed,
        crashes,
        "",
        reason,
        failure,
        events);
  }

  /** The thread given back by its peer. */
  public ThreadRecord released(String why, String target, boolean crashed, Instant now) {
    return new ThreadRecord(
        starter,
        epoch,
        "",
        sequence,
        ThreadState.WAITING,
        true,
        checkpoint,
        checkpointBytes,
        committed,
        crashed ? crashes + 1 : crashes,
        target,
        why,
        "",
        plus(now, why));
  }

  /** The thread ended from outside; whoever runs it is fenced. */
  public ThreadRecord stopped(ThreadState end, String why, Instant now) {
    return new ThreadRecord(
        starter,
        epoch + 1,
        "",
        sequence,
        end,
        false,
        checkpoint,
        checkpointBytes,
        committed,
        crashes,
        "",
        why,
        end == ThreadState.FAILED ? cut(why, LONGEST_FAILURE) : "",
        plus(now, end.name().toLowerCase(java.util.Locale.ROOT) + ": " + why));
  }

  /** The thread with more in its story. */
  public ThreadRecord noted(List<String> more, Instant now) {
    ThreadRecord noted = this;
    for (String event : more) {
      noted = noted.withEvents(noted.plus(now, event));
    }
    return noted;
  }

  /** Tells whether it is over, and all that it did can be seen. */
  public boolean over() {
    return state.ended() && published;
  }

  private ThreadRecord withEvents(List<String> all) {
    return new ThreadRecord(
        starter,
        epoch,
        owner,
        sequence,
        state,
        published,
        checkpoint,
        checkpointBytes,
        committed,
        crashes,
        destination,
        reason,
        failure,
        all);
  }

  private List<String> plus(Instant now, String what) {
    List<String> all = new ArrayList<>(events);
    if (all.size() >= MOST_EVENTS) {
      all.remove(1); // the first says where it came from
    }
    all.add(event(now, what));
    return List.copyOf(all);
  }

  private static String event(Instant now, String what) {
    return now + " " + cut(what, LONGEST_EVENT);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + " ...";
  }

  private static String firstLine(String trace) {
    return trace.isEmpty()
        ? "its task failed"
        : "its task threw " + trace.lines().findFirst().orElse("");
  }

  private static String verb(ThreadState end) {
    return end == ThreadState.RETURNED ? "returned" : "was cancelled";
  }
}
