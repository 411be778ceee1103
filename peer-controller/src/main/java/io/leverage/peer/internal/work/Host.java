package io.leverage.peer.internal.work;

import io.leverage.GlobalVariable;
import io.leverage.Message;
import io.leverage.PinnedException;
import io.leverage.RefusedException;
import io.leverage.UnreachableException;
import io.leverage.continuation.Operation;
import io.leverage.peer.internal.unit.UnitMessage.AskRoom;
import io.leverage.peer.internal.unit.UnitMessage.Room;
import io.leverage.peer.internal.unit.UnitMessage.Taken;
import io.leverage.spi.CheckpointHint;
import io.leverage.spi.GlobalUpdate;
import io.leverage.spi.LockAcquire;
import io.leverage.spi.LockRelease;
import io.leverage.spi.NumberedOperation;
import io.leverage.spi.Receive;
import io.leverage.spi.ThreadHost;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a virtual thread's code sees of its worker. Called on the carrier that runs the thread; what
 * it changes becomes visible to others only with the next commit.
 */
final class Host implements ThreadHost {
  /** Decides about captures. */
  interface Safepoints {
    boolean captureNow();

    /** Tells whether the thread is to stop or to move, so that it should not begin anything. */
    boolean leaving();

    /** Tells whether a checkpoint can be made for a hint, which is then made. */
    boolean takeHint();

    /** Has the next safepoint ask whether to capture. */
    void pollNow();

    /** Hears how much room receivers have. On any thread. */
    void room(List<Taken> taken);
  }

  private static final MailBounds BOUNDS = MailBounds.defaults();

  private final String thread;
  private final WorkerContext worker;
  private final Safepoints safepoints;
  private final Mailbox mailbox;
  private final Outbox outbox;
  private final Backlog backlog;
  private final Globals globals;
  private final Locks locks;
  private long operations;
  private volatile long committedOperations;
  private volatile boolean primed;
  private boolean known;
  private @Nullable RefusedException refusal;

  Host(String thread, ThreadImage position, WorkerContext worker, Safepoints safepoints) {
    this.thread = thread;
    this.worker = worker;
    this.safepoints = safepoints;
    this.mailbox = new Mailbox(position.cursors());
    this.backlog = new Backlog(thread, BOUNDS, position.ahead());
    this.outbox =
        new Outbox(thread, worker.settings().outboxBytes(), backlog, position.partialResults());
    this.locks = new Locks(thread, worker.peer(), position.holds());
    this.globals = new Globals(thread, worker.peer(), worker.codec());
    this.operations = position.operations();
    this.committedOperations = position.operations();
  }

  String thread() {
    return thread;
  }

  /** Tells whether its task has asked for its thread, so that others may know the thread by it. */
  boolean isKnown() {
    return known;
  }

  Mailbox mailbox() {
    return mailbox;
  }

  Outbox outbox() {
    return outbox;
  }

  Backlog backlog() {
    return backlog;
  }

  Locks locks() {
    return locks;
  }

  long operations() {
    return operations;
  }

  /** The checkpoint with this many operations is stored. */
  void committed(long stored) {
    backlog.published();
    committedOperations = stored;
  }

  /** Tells whether an operation may go on only when the checkpoint that holds it is stored. */
  boolean awaitsCommit(@Nullable Operation operation) {
    return operation instanceof NumberedOperation numbered && numbered.number > committedOperations;
  }

  /** What is there for the thread has been fetched once. */
  void primed() {
    primed = true;
  }

  boolean isPrimed() {
    return primed;
  }

  /** Lets the operation that the thread waits in fail, since its checkpoint can't be made. */
  void refuse(RefusedException cause) {
    refusal = cause;
  }

  @Override
  public String computer() {
    return thread.substring(0, thread.indexOf('/'));
  }

  @Override
  public String name() {
    known = true;
    return nameOf(thread);
  }

  private static String nameOf(String thread) {
    return thread.substring(thread.indexOf('/') + 1);
  }

  @Override
  public void send(String receiver, @Nullable Object payload) {
    known = true;
    byte[] bytes = worker.codec().write(payload);
    String to = computer() + "/" + receiver;
    if (outbox.send(to, bytes, worker.now())) {
      ask(to);
    }
    if (backlog.isFull()) {
      safepoints.pollNow();
    }
  }

  private void ask(String receiver) {
    var unused =
        worker
            .peer()
            .request(new AskRoom(thread, List.of(backlog.sent(receiver))))
            .thenAccept(
                answer -> {
                  if (answer instanceof Room room) {
                    safepoints.room(room.taken());
                  }
                });
  }

  @Override
  public void report(Object partialResult) {
    known = true;
    outbox.report(worker.codec().write(partialResult), worker.now());
  }

  @Override
  public <T> T read(GlobalVariable<T> variable) {
    while (true) {
      try {
        return globals.read(variable);
      } catch (UnreachableException e) { // the mesh heals, or this thread goes on elsewhere
        if (!worker.peer().isOpen()) {
          throw e;
        }
        LockSupport.parkNanos(worker.settings().retryDelay());
      }
    }
  }

  @Override
  public @Nullable Object update(GlobalUpdate update) {
    throw new PinnedException(update.describe());
  }

  @Override
  public boolean captureNow() {
    return safepoints.captureNow();
  }

  @Override
  public @Nullable Object attempt(Operation operation) {
    RefusedException refused = refusal;
    if (refused != null) {
      refusal = null;
      throw new RefusedException(
          operation.describe()
              + " needs a checkpoint of "
              + name()
              + ", which can't be made: "
              + refused.getMessage(),
          refused);
    }
    if (safepoints.leaving()) {
      return PENDING;
    }
    if (operation instanceof Receive receive) {
      return receive(receive);
    } else if (operation instanceof NumberedOperation numbered) {
      return apply(numbered);
    } else if (operation instanceof CheckpointHint hint) {
      return hint(hint);
    }
    throw new IllegalStateException("unknown operation: " + operation.describe());
  }

  private @Nullable Object receive(Receive receive) {
    known = true;
    Mailbox.Letter letter = mailbox.take();
    if (letter != null) {
      if (letter.last() && letter.pressing()) {
        outbox.acknowledge(worker.now());
      }
      Message message = new Message(nameOf(letter.sender()), worker.codec().read(letter.payload()));
      return receive.timed() ? Optional.of(message) : message;
    }
    boolean over = receive.timed() && receive.remainingNanos <= 0 && primed;
    return over ? Optional.empty() : PENDING;
  }

  private @Nullable Object apply(NumberedOperation operation) {
    if (operation.number == 0) {
      if (operation instanceof LockRelease release) {
        locks.check(release);
      }
      operation.number = ++operations;
    }
    if (operation.number > committedOperations) {
      return PENDING;
    } else if (operation instanceof GlobalUpdate update) {
      return globals.apply(update);
    } else if (operation instanceof LockAcquire acquire) {
      return locks.acquire(acquire);
    } else if (operation instanceof LockRelease release) {
      return locks.release(release);
    }
    throw new IllegalStateException("unknown operation: " + operation.describe());
  }

  private @Nullable Object hint(CheckpointHint hint) {
    if (hint.taken || !safepoints.takeHint()) {
      return null;
    }
    hint.taken = true;
    return PENDING;
  }
}
