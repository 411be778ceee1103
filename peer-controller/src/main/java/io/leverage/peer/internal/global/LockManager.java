package io.leverage.peer.internal.global;

import io.leverage.RefusedException;
import io.leverage.peer.internal.global.LockRecord.Over;
import io.leverage.peer.internal.global.LockRecord.Request;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.record.ThreadTable;
import io.leverage.peer.internal.store.StateStore;
import io.leverage.peer.internal.unit.FencedException;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.AcquireLock;
import io.leverage.peer.internal.unit.UnitMessage.Deadlocked;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.LockBusy;
import io.leverage.peer.internal.unit.UnitMessage.LockHeld;
import io.leverage.peer.internal.unit.UnitMessage.LockLost;
import io.leverage.peer.internal.unit.UnitMessage.ReleaseLock;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The locks of virtual computers, as any peer answers for them.
 *
 * <p>A lock is one record in the store: a queue of requests, the first of which holds it, changed
 * by compare-and-set. A request is a thread's numbered operation, and so is the same wherever the
 * thread is resumed: the hold stays with it. A request that is over is remembered until its thread
 * is, so that a late repetition by a fenced incarnation does not queue it again (invariant I3).
 *
 * <p>Whoever waits asks again now and then, and thereby frees the lock from a thread that has ended
 * or whose lease is over, and looks whether the wait can end at all. Time only triggers: a lease is
 * over when one peer has seen the same hold for so long.
 */
public final class LockManager {
  private static final int MANY = 256;
  private static final int LONGEST_QUEUE = 10_000;

  private final StateStore store;
  private final ThreadTable threads;
  private final Consumer<String> waker;
  private final Deadlocks deadlocks;
  private final Leases leases;
  private final SecureRandom nonces = new SecureRandom();

  /**
   * Creates a manager.
   *
   * @param waker tells the worker of a thread that it should ask again; must not block
   * @param nanos the time, in nanoseconds
   */
  public LockManager(
      StateStore store, ThreadTable threads, Consumer<String> waker, LongSupplier nanos) {
    this.store = store;
    this.threads = threads;
    this.waker = waker;
    this.deadlocks = new Deadlocks(store);
    this.leases = new Leases(nanos);
  }

  /**
   * Asks for a lock; to ask again is harmless.
   *
   * @return {@link LockHeld}, {@link LockBusy}, or {@link Deadlocked}
   * @throws FencedException if the thread has gone on since this operation
   */
  public UnitMessage acquire(AcquireLock request) {
    String key = StoreKeys.lock(request.computer(), request.lock());
    while (true) {
      byte[] bytes = store.get(key);
      LockRecord before = LockRecord.read(bytes);
      Optional<UnitMessage> first = firstAnswer(request, before);
      if (first.isPresent()) {
        return first.get();
      }
      LockRecord after = withoutTheGone(key, before, request.thread());
      if (!after.isAskedBy(request.thread(), request.number())) {
        after = queued(after, request);
      }
      if (after.equals(before) || change(key, bytes, before, after)) {
        return after.isHeldBy(request.thread(), request.number())
            ? held(request, after)
            : waits(request, after);
      }
    }
  }

  /**
   * Releases a lock; to release it again is harmless.
   *
   * @return {@link Done}, or {@link LockLost} if it had been taken away
   */
  public UnitMessage release(ReleaseLock request) {
    String key = StoreKeys.lock(request.computer(), request.lock());
    while (true) {
      byte[] bytes = store.get(key);
      LockRecord before = LockRecord.read(bytes);
      if (!before.isHeldBy(request.thread(), request.number())) {
        Over over = before.over().get(request.thread());
        return over != null && over.number() >= request.number() ? new Done() : new LockLost();
      }
      LockRecord after = pruned(before).ended(request.thread(), request.number(), "");
      if (change(key, bytes, before, after)) {
        return new Done();
      }
    }
  }

  private static Optional<UnitMessage> firstAnswer(AcquireLock request, LockRecord present) {
    Over over = present.over().get(request.thread());
    if (over == null || over.number() < request.number()) {
      return Optional.empty();
    } else if (over.number() == request.number() && !over.cycle().isEmpty()) {
      return Optional.of(new Deadlocked(over.cycle()));
    }
    throw new FencedException(
        String.format(
            Locale.ROOT,
            "operation %d of %s on lock %s is over: it has done number %d since",
            request.number(),
            request.thread(),
            request.lock(),
            over.number()));
  }

  private static LockRecord queued(LockRecord present, AcquireLock request) {
    if (present.queue().size() >= LONGEST_QUEUE) {
      throw new RefusedException(
          LONGEST_QUEUE + " threads wait for lock " + request.lock() + " already");
    }
    return present.with(new Request(request.thread(), request.number(), request.leaseNanos()));
  }

  /** The lock without a holder that has ended or held it for longer than its lease. */
  private LockRecord withoutTheGone(String key, LockRecord present, String asking) {
    LockRecord next = present;
    while (next.holder().isPresent()) {
      Request holder = next.holder().get();
      boolean lost =
          next.equals(present) && !holder.thread().equals(asking) && leases.isOver(key, present);
      if (!lost && !hasEnded(holder.thread())) {
        return next;
      }
      next = next.without(holder.thread(), holder.number());
    }
    return next;
  }

  private boolean hasEnded(String thread) {
    return threads.find(thread).filter(record -> !record.state().ended()).isEmpty();
  }

  private UnitMessage held(AcquireLock request, LockRecord lock) {
    deadlocks.waitsNoMore(request.thread());
    return new LockHeld(lock.token());
  }

  private UnitMessage waits(AcquireLock request, LockRecord lock) {
    deadlocks.waits(request);
    Optional<Deadlocks.Cycle> cycle = deadlocks.find(request.thread());
    if (cycle.isEmpty()) {
      return new LockBusy(lock.holder().map(Request::thread).orElse(""));
    }
    if (!cycle.get().victim().equals(request.thread())) {
      waker.accept(cycle.get().victim());
      return new LockBusy(lock.holder().map(Request::thread).orElse(""));
    }
    return giveUp(request, cycle.get().describe());
  }

  private UnitMessage giveUp(AcquireLock request, String cycle) {
    String key = StoreKeys.lock(request.computer(), request.lock());
    while (true) {
      byte[] bytes = store.get(key);
      LockRecord before = LockRecord.read(bytes);
      if (before.isHeldBy(request.thread(), request.number())) {
        return held(request, before);
      }
      LockRecord after = pruned(before).ended(request.thread(), request.number(), cycle);
      if (change(key, bytes, before, after)) {
        deadlocks.waitsNoMore(request.thread());
        return new Deadlocked(cycle);
      }
    }
  }

  /** Changes a record, and wakes the new holder if there is one. */
  private boolean change(String key, byte @Nullable [] bytes, LockRecord before, LockRecord after) {
    if (!store.compareAndSet(key, bytes, after.write(bytes, nonces.nextLong()))) {
      return false;
    }
    if (!before.holder().equals(after.holder())) {
      after.holder().map(Request::thread).ifPresent(waker);
    }
    return true;
  }

  /** A thread that is over asks no more; forget its operation when there are many. */
  private LockRecord pruned(LockRecord present) {
    if (present.over().size() < MANY) {
      return present;
    }
    Set<String> gone =
        present.over().keySet().stream().filter(this::hasEnded).collect(Collectors.toSet());
    return present.forgetting(gone);
  }
}
