package io.leverage.peer.internal.work;

import io.leverage.continuation.Operation;
import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.spi.LockAcquire;
import io.leverage.spi.Receive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a captured virtual thread waits for: mail, its time-out, the repetition of an update, or a
 * receiver that is behind; and where it stands in the fetching of mail. Used under the thread's
 * lock, but for the operation, which the carrier sets.
 */
final class Waiting {
  /** How much longer a lock takes than what met no answer, where nobody tells. */
  private static final int LOCK_RETRIES = 5;

  private final VirtualThreadRun run;
  private final WorkerContext worker;
  private final Mailbox mailbox;
  private final Alarm alarm;
  private @Nullable Operation operation;
  private boolean wanted;
  private boolean asking;
  private MailFetcher.@Nullable Ticket ticket;
  private boolean moreMail;
  private boolean forRoom;
  private boolean lockChanged;

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
    if (forRoom) {
      return "it waits until receivers have taken more of its messages";
    } else if (operation instanceof LockAcquire) {
      return "it waits for the lock of a global variable";
    } else if (!(operation instanceof Receive receive)) {
      return "it waits to try an update of a global variable again";
    } else {
      return receive.timed()
          ? "it waits for a message, or until its time is over"
          : "it waits for a message";
    }
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
    rotate();
    return true;
  }

  /**
   * Begins to wait for a lock; it is asked for again now and then, too.
   *
   * @return false if it has changed since it was asked for
   */
  boolean forLock() {
    boolean changed = lockChanged;
    lockChanged = false;
    if (!changed) {
      alarm.set(LOCK_RETRIES * worker.settings().retryDelay());
    }
    return !changed;
  }

  /** Takes note that the lock which the thread may wait for has changed. */
  void lockChanged() {
    lockChanged = true;
  }

  /** Begins to wait until a receiver has consumed some messages. */
  void forRoom() {
    forRoom = true;
    worker.mail().want(run);
    rotate();
  }

  boolean isForRoom() {
    return forRoom;
  }

  private void rotate() {
    if (ticket == null) {
      ticket = worker.mail().rotate(run, worker.now());
    }
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

  /** Marks whether an answer of the peer is awaited. */
  void asking(boolean now) {
    asking = now;
  }

  /** Tells whether the thread waits for nothing but mail, and none is on its way. */
  boolean isIdle() {
    return operation instanceof Receive receive
        && !receive.timed()
        && mailbox.size() == 0
        && !wanted
        && !asking;
  }

  /** Sets whether the thread stays in the rotation of those that mail is fetched for. */
  boolean stayInRotation(boolean blocked) {
    if (!blocked) {
      ticket = null;
    }
    return blocked;
  }

  /** The thread is here no more. */
  void leave() {
    operation = null;
    if (ticket != null) {
      ticket.giveBack();
    }
  }

  boolean isAlarmOver() {
    return alarm.isOver();
  }

  /** The thread waits no longer; a receive keeps the time it has left. */
  void over() {
    forRoom = false;
    if (alarm.isSet()) {
      long left = alarm.unset();
      if (operation instanceof Receive receive && receive.timed()) {
        receive.remainingNanos = left;
      }
    }
  }
}
