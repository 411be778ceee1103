package io.leverage;

import io.leverage.continuation.Continuation;
import io.leverage.spi.Access;
import io.leverage.spi.CheckpointHint;
import io.leverage.spi.ThreadHost;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A thread of a virtual computer: it runs on some peer, may move while it runs, and survives the
 * loss of its host.
 *
 * <p>Instances are small references and may be used by any thread.
 *
 * @param <R> the type of its result
 */
public final class VirtualThread<R> {
  private final String computer;
  private final String name;

  /**
   * Creates a reference. Programs get theirs from {@link VirtualComputer#start}.
   *
   * @param computer the virtual computer's id
   * @param name the thread's name
   */
  public VirtualThread(String computer, String name) {
    this.computer = computer;
    this.name = name;
  }

  /**
   * Gets the virtual thread that the calling code runs in.
   *
   * @return the current virtual thread
   * @throws RefusedException outside virtual threads
   */
  public static CurrentThread current() {
    ThreadHost host = Access.inThread("VirtualThread.current()");
    return new CurrentThread(host.computer(), host.name());
  }

  /**
   * Hints that this is a good moment for a checkpoint: little state is live, or much work was done.
   * Outside virtual threads it does nothing.
   *
   * @throws PinnedException in a virtual thread, below a frame that can't be captured
   */
  @Checkpointable
  public static void checkpoint() {
    if (Access.isInThread()) {
      throw Access.pinned("checkpoint");
    }
  }

  /** The twin of {@link #checkpoint()} that transformed code calls. */
  public static void checkpoint(Continuation c) {
    if (c.isPinned()) {
      checkpoint();
    } else {
      c.await(new CheckpointHint());
    }
  }

  /**
   * Gets the thread's name.
   *
   * @return the name, unique within the virtual computer
   */
  public String name() {
    return name;
  }

  /**
   * Gets the id by which the command line and other peers know the thread.
   *
   * @return {@code COMPUTER/NAME}
   */
  public String id() {
    return computer + "/" + name;
  }

  /**
   * Gets the state.
   *
   * @return the state as the mesh has it now
   * @throws UnreachableException if the mesh can't answer now
   */
  public ThreadState state() {
    return Access.session(computer).state(name);
  }

  /**
   * Waits for the thread's end and gets its result.
   *
   * @return a copy of what the task returned
   * @throws TaskFailedException if the task threw; the cause is what it threw
   * @throws TaskCancelledException if the thread was cancelled
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public R result() throws InterruptedException {
    Access.session(computer).await(name, null);
    return cast(Access.session(computer).result(name));
  }

  /**
   * Waits for the thread's end.
   *
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public void join() throws InterruptedException {
    Access.session(computer).await(name, null);
  }

  /**
   * Waits for the thread's end for a limited time.
   *
   * @param timeout how long
   * @return true if the thread has ended
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public boolean join(Duration timeout) throws InterruptedException {
    return Access.session(computer).await(name, timeout);
  }

  /**
   * Stops the thread at its next safepoint. It then has no result. Does nothing if it has ended.
   */
  public void cancel() {
    Access.session(computer).cancel(name);
  }

  /**
   * Calls back for each partial result that the thread reports, from its first, in order, each
   * exactly once. Several listeners may be added; each gets all.
   *
   * @param listener called on a thread of the library, for one partial result at a time
   * @return this
   */
  public VirtualThread<R> onPartialResult(Consumer<Object> listener) {
    Access.session(computer).onPartialResult(name, listener);
    return this;
  }

  /**
   * Gets the newest partial result that was delivered here.
   *
   * @return the partial result, or empty before the first
   */
  public Optional<Object> partialResult() {
    return Access.session(computer).partialResult(name);
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // a task may return null
  private R cast(@Nullable Object value) {
    return (R) value;
  }

  @Override
  public String toString() {
    return "virtual thread " + id();
  }
}
