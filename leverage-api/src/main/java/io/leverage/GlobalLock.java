package io.leverage;

import io.leverage.continuation.Continuation;
import io.leverage.spi.Access;
import io.leverage.spi.LockAcquire;
import io.leverage.spi.LockRelease;
import java.time.Duration;

/**
 * A lock that at most one virtual thread of a virtual computer holds at a time. Threads get it in
 * the order in which they asked for it. To wait for it costs no OS thread.
 *
 * <p>A hold is part of its thread's history: it moves with the thread, and survives the death of
 * its peer together with it. It ends with {@link #unlock}, with the thread, or with its lease.
 *
 * <p>Each {@code lock} and {@code unlock} is a safepoint: the thread's checkpoint is stored first.
 * So whoever gets the lock sees all that its holder before has done and sent under it.
 *
 * <p>The lock is not reentrant. Instances are small references, and travel with the tasks that hold
 * them. Only virtual threads can hold it.
 *
 * <pre>{@code
 * lock.lock();
 * try {
 *   // alone
 * } finally {
 *   lock.unlock();
 * }
 * }</pre>
 */
public final class GlobalLock {
  private final String computer;
  private final String name;

  /**
   * Creates a reference. Programs get theirs from {@link VirtualComputer#lock}.
   *
   * @param computer the virtual computer's id
   * @param name the lock's name
   */
  public GlobalLock(String computer, String name) {
    this.computer = computer;
    this.name = name;
  }

  /**
   * Gets the name.
   *
   * @return the name, unique among the locks of the virtual computer
   */
  public String name() {
    return name;
  }

  /**
   * Gets the id of the virtual computer.
   *
   * @return the id
   */
  public String computer() {
    return computer;
  }

  /**
   * Waits until the thread holds the lock.
   *
   * @throws DeadlockException if the wait would never end, because threads wait for each other in a
   *     cycle; the message names it
   * @throws PinnedException below a frame that can't be captured
   */
  @Checkpointable
  @SuppressWarnings("DoNotCallSuggester") // the preprocessor replaces the call by its twin
  public void lock() {
    throw Access.pinned("lock");
  }

  /** The twin of {@link #lock()} that transformed code calls. */
  public void lock(Continuation c) {
    if (c.isPinned()) {
      lock();
    } else {
      c.await(new LockAcquire(this, 0));
    }
  }

  /**
   * Waits until the thread holds the lock, for no longer than a lease if others want it.
   *
   * <p>When a thread has waited for the holder for the lease's time, the lock is taken from the
   * holder. It does not notice that before {@link #unlock}; so let what the lock protects refuse
   * tokens that are lower than one it has seen.
   *
   * @param lease how long others wait before they take the lock away
   * @return a token, higher than those of all holds before
   * @throws DeadlockException if the wait would never end
   * @throws PinnedException below a frame that can't be captured
   */
  @Checkpointable
  @SuppressWarnings("DoNotCallSuggester") // the preprocessor replaces the call by its twin
  public long lock(Duration lease) {
    throw Access.pinned("lock");
  }

  /** The twin of {@link #lock(Duration)} that transformed code calls. */
  @SuppressWarnings("NullAway") // the operation's result is the token
  public long lock(Continuation c, Duration lease) {
    if (lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException("a lease takes time: " + lease);
    }
    return c.isPinned() ? lock(lease) : (Long) c.await(new LockAcquire(this, lease.toNanos()));
  }

  /**
   * Releases the lock.
   *
   * @throws IllegalMonitorStateException if the thread does not hold it
   * @throws RefusedException if its lease was over, and another thread has got the lock meanwhile
   * @throws PinnedException below a frame that can't be captured
   */
  @Checkpointable
  @SuppressWarnings("DoNotCallSuggester") // the preprocessor replaces the call by its twin
  public void unlock() {
    throw Access.pinned("unlock");
  }

  /** The twin of {@link #unlock()} that transformed code calls. */
  public void unlock(Continuation c) {
    if (c.isPinned()) {
      unlock();
    } else {
      c.await(new LockRelease(this));
    }
  }

  @Override
  public String toString() {
    return "lock " + name + " of " + computer;
  }
}
