package io.leverage.peer.internal.work;

import io.leverage.DeadlockException;
import io.leverage.GlobalLock;
import io.leverage.RefusedException;
import io.leverage.UnreachableException;
import io.leverage.continuation.ContinuationHost;
import io.leverage.peer.internal.record.ThreadId;
import io.leverage.peer.internal.unit.Failures;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.AcquireLock;
import io.leverage.peer.internal.unit.UnitMessage.Deadlocked;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.Failed;
import io.leverage.peer.internal.unit.UnitMessage.LockBusy;
import io.leverage.peer.internal.unit.UnitMessage.LockHeld;
import io.leverage.peer.internal.unit.UnitMessage.LockLost;
import io.leverage.peer.internal.unit.UnitMessage.ReleaseLock;
import io.leverage.spi.LockAcquire;
import io.leverage.spi.LockRelease;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The locks as one virtual thread uses them. What it holds is part of its state. Used on the
 * carrier that runs the thread.
 */
final class Locks {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final String thread;
  private final Link peer;
  private final Map<String, Long> holds;

  /**
   * Creates an access.
   *
   * @param holds the names of the locks that the thread holds, each with the number of the
   *     operation that got it
   */
  Locks(String thread, Link peer, Map<String, Long> holds) {
    this.thread = thread;
    this.peer = peer;
    this.holds = new TreeMap<>(holds);
  }

  /** Gets what the thread holds, for its checkpoint. */
  Map<String, Long> holds() {
    return holds;
  }

  /**
   * Gets a lock.
   *
   * @return the token, or {@link ContinuationHost#PENDING} if the thread has to wait
   */
  Object acquire(LockAcquire acquire) {
    GlobalLock lock = acquire.lock();
    AcquireLock request =
        new AcquireLock(lock.computer(), lock.name(), thread, acquire.number, acquire.leaseNanos());
    UnitMessage answer = ask(request);
    if (answer instanceof LockHeld held) {
      holds.put(lock.name(), acquire.number);
      return held.token();
    } else if (answer == null || answer instanceof LockBusy) {
      return ContinuationHost.PENDING;
    } else if (answer instanceof Deadlocked deadlocked) {
      throw new DeadlockException(deadlocked.cycle());
    }
    throw unexpected(answer);
  }

  /** Checks before a release that there is something to release. */
  void check(LockRelease release) {
    if (!holds.containsKey(release.lock().name())) {
      throw new IllegalMonitorStateException(thread + " does not hold " + release.lock());
    }
  }

  /** Releases all that a thread which has ended still holds; who waits would notice it, too. */
  void releaseAll() {
    holds.forEach(
        (lock, number) -> {
          var unused =
              peer.request(
                  new ReleaseLock(ThreadId.parse(thread).computer(), lock, thread, number));
        });
  }

  /**
   * Releases a lock.
   *
   * @return null, or {@link ContinuationHost#PENDING} if the mesh can't answer now
   */
  @Nullable Object release(LockRelease release) {
    GlobalLock lock = release.lock();
    Long number = holds.get(lock.name());
    if (number == null) {
      throw new IllegalMonitorStateException(thread + " does not hold " + lock);
    }
    UnitMessage answer = ask(new ReleaseLock(lock.computer(), lock.name(), thread, number));
    if (answer == null) {
      return ContinuationHost.PENDING;
    }
    var unused = holds.remove(lock.name());
    if (answer instanceof LockLost) {
      throw new RefusedException(
          "the lease of "
              + lock
              + " was over, and another thread has got it meanwhile: what "
              + thread
              + " did under it was not protected. Ask for a longer lease.");
    } else if (answer instanceof Done) {
      return null;
    }
    throw unexpected(answer);
  }

  /** Asks the peer; null if the mesh can't answer now. */
  private @Nullable UnitMessage ask(UnitMessage request) {
    try {
      UnitMessage answer = peer.call(request, UnitMessage.class, TIMEOUT);
      return answer instanceof Failed failed && failed.kind() == Failed.Kind.UNREACHABLE
          ? null
          : answer;
    } catch (UnreachableException e) {
      return null;
    }
  }

  private static RuntimeException unexpected(UnitMessage answer) {
    return answer instanceof Failed failed
        ? Failures.toException(failed)
        : new IllegalStateException("a bug in Leverage: " + answer);
  }
}
