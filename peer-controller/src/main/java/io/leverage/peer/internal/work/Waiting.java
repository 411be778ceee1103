package io.leverage.peer.internal.work;

import io.leverage.continuation.Operation;
import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.spi.Receive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a captured virtual thread waits for: mail, its time-out, or the repetition of an update; and
 * where it stands in the fetching of mail. Used under the thread's lock, but for the operation,
 * which the carrier sets.
 */
final class Waiting {
  private final VirtualThreadRun run;
  private final WorkerContext worker;
  private final Mailbox mailbox;
  private final Alarm alarm;
  private @Nullable Operation operation;
  private boolean wanted;
  private boolean inRotation;
  private boolean moreMail;

  Waiting(VirtualThreadRun run, WorkerContext worker, Mailbox mailbox, Runnable onAlarm) {
    this.run = run;
    this.worker = worker;
    this.mailbox = mailbox;
    this.alarm = new Alarm(worker, onAlarm);
  }

  /** Sets the operation that the thread was captured in; null for none. */
  void in(@Nullable Operation captured) {
    operation = captured;
  }

  @Nullable Operation operation() {
    return operation;
  }

  /** Says what it waits for. */
  String describe() {
    if (!(operation instanceof Receive receive)) {
      return "it waits to try an update of a global variable again";
    }
    return receive.timed()
        ? "it waits for a message, or until its time is over"
        : "it waits for a message";
  }

  /** Begins to wait until an update may be tried again. */
  void forRetry() {
    alarm.set(worker.settings().retryDelay());
  }

  /**
   * Begins to wait for mail.
   *
   * @return false if the time for it is over
   */
  boolean forMail(Receive receive, boolean primed) {
    if (receive.timed() && primed) {
      if (receive.remainingNanos <= 0) {
        return false;
      }
      alarm.set(receive.remainingNanos);
    }
    if (moreMail) {
      worker.mail().want(run);
    }
    if (!inRotation) {
      inRotation = true;
      worker.mail().rotate(run);
    }
    return true;
  }

  /**
   * Takes note that mail was fetched and is in the mailbox.
   *
   * @return true if the thread should look at it, or at the time it has left
   */
  boolean fetched(List<Batch> batches) {
    moreMail = !batches.isEmpty();
    return operation instanceof Receive receive
        && (mailbox.size() > 0 || (receive.timed() && !alarm.isSet()));
  }

  /** Tells whether more may be fetched; if not, it is when the thread has taken what is there. */
  boolean hasRoomForMail() {
    boolean room = mailbox.size() < worker.settings().mailboxMessages();
    moreMail |= !room;
    return room;
  }

  /**
   * Marks whether a fetch is queued.
   *
   * @return true if this has changed
   */
  boolean markWanted(boolean now) {
    boolean changed = wanted != now;
    wanted = now;
    return changed;
  }

  /** Sets whether the thread stays in the rotation of those that mail is fetched for. */
  boolean stayInRotation(boolean blocked) {
    inRotation = blocked;
    return blocked;
  }

  boolean isAlarmOver() {
    return alarm.isOver();
  }

  /** The thread waits no longer; a receive keeps the time it has left. */
  void over() {
    if (alarm.isSet()) {
      long left = alarm.unset();
      if (operation instanceof Receive receive && receive.timed()) {
        receive.remainingNanos = left;
      }
    }
  }
}
