package io.leverage.peer.internal.watch;

import io.leverage.peer.internal.record.ThreadRecord;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Where the roles of a peer say what happens: each event is kept, logged and counted, and the work
 * behind it is measured.
 */
public final class Watch {
  private final EventLog log;
  private final Meters meters = new Meters();

  /** Creates the watch of a peer. */
  public Watch(Clock clock) {
    log = new EventLog(clock);
  }

  /** Gets what happened. */
  public EventLog log() {
    return log;
  }

  /** Gets what is measured. */
  public Meters meters() {
    return meters;
  }

  /** Says that something happened to a virtual computer or a peer. */
  public void happened(EventKind kind, String subject, String reason) {
    happened(kind, subject, 0, reason);
  }

  /** Says that something happened to a thread. */
  public void happened(EventKind kind, String thread, long epoch, String reason) {
    meters.happened(kind);
    log.add(kind, thread, epoch, reason);
  }

  /** Says that a thread's record was changed by this peer; not all changes are events. */
  public void changed(String thread, @Nullable ThreadRecord before, ThreadRecord after) {
    EventKind kind = kind(before, after);
    if (kind != null) {
      String stage =
          String.format(Locale.ROOT, "(epoch %d, checkpoint %d)", after.epoch(), after.sequence());
      happened(kind, thread, after.epoch(), after.reason() + " " + stage);
    }
  }

  private static @Nullable EventKind kind(@Nullable ThreadRecord before, ThreadRecord after) {
    if (before == null) {
      return EventKind.THREAD_STARTED;
    }
    if (after.state().ended()) {
      return before.state().ended() ? null : EventKind.THREAD_ENDED;
    }
    if (before.epoch() != after.epoch()) {
      return EventKind.THREAD_CLAIMED;
    }
    return before.owner().equals(after.owner()) ? null : EventKind.THREAD_RELEASED;
  }

  /** Says that a checkpoint was committed. */
  public void committed(long began, long bytes, int messages) {
    meters.committed(System.nanoTime() - began, bytes, messages);
  }

  /** Says that a thread was claimed and runs. */
  public void resumed(long began) {
    meters.resumed(System.nanoTime() - began);
  }

  /** Says that a thread left this peer as it was. */
  public void migrated() {
    meters.migrated();
  }

  /** Says that an incarnation was fenced. */
  public void fenced(String thread, long epoch, String reason) {
    meters.fenced();
    happened(EventKind.THREAD_FENCED, thread, epoch, reason);
  }

  /** Measures an update of a global variable. */
  public <T> T update(Callable<T> update) throws Exception {
    long began = System.nanoTime();
    T answer = update.call();
    meters.updated(System.nanoTime() - began);
    return answer;
  }
}
