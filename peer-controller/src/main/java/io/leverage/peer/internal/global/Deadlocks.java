package io.leverage.peer.internal.global;

import io.leverage.peer.internal.global.LockRecord.Request;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.record.ThreadId;
import io.leverage.peer.internal.store.StateStore;
import io.leverage.peer.internal.unit.UnitMessage.AcquireLock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds threads that wait for each other in a cycle.
 *
 * <p>Of each thread that waits the store has the name of the lock: a hint, which may be old. That a
 * thread holds a lock, or waits for it, is only what the lock's record says, with the number of the
 * thread's operation. The cycle is read twice: if all its waits and holds are the same both times,
 * then all of them were there between the two, and since none of them ends before another does,
 * there they stay. So whoever closes a cycle finds it, and none is found that is none.
 */
final class Deadlocks {
  private static final int LONGEST = 1_000;

  /** One thread waits for a lock that the next one holds. */
  private record Wait(Request waiter, String lock, Request holder) {}

  /** Threads that wait for each other. */
  record Cycle(List<Wait> waits) {
    /** Gets who is to give up: the same, whoever of them looks. */
    String victim() {
      return waits.stream()
          .map(wait -> wait.waiter().thread())
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }

    String describe() {
      return waits.stream()
          .map(
              wait ->
                  name(wait.waiter())
                      + " waits for lock "
                      + wait.lock()
                      + ", which "
                      + name(wait.holder())
                      + " holds")
          .collect(Collectors.joining("; ", "deadlock: ", ""));
    }

    private static String name(Request request) {
      return ThreadId.parse(request.thread()).name();
    }
  }

  private final StateStore store;

  Deadlocks(StateStore store) {
    this.store = store;
  }

  /** Takes note of what a thread waits for. */
  void waits(AcquireLock request) {
    store.put(
        StoreKeys.lockWait(request.thread()), request.lock().getBytes(StandardCharsets.UTF_8));
  }

  /** Forgets what a thread waited for. */
  void waitsNoMore(String thread) {
    var unused = store.remove(StoreKeys.lockWait(thread));
  }

  /** Finds the cycle that a thread which waits is in. */
  Optional<Cycle> find(String thread) {
    List<Wait> once = follow(thread);
    return once.isEmpty() || !once.equals(follow(thread))
        ? Optional.empty()
        : Optional.of(new Cycle(once));
  }

  /** Follows the waits from a thread; empty if they don't lead back to it. */
  private List<Wait> follow(String thread) {
    String computer = ThreadId.parse(thread).computer();
    List<Wait> waits = new ArrayList<>();
    String next = thread;
    while (waits.size() < LONGEST) {
      byte[] hint = store.get(StoreKeys.lockWait(next));
      if (hint == null) {
        return List.of();
      }
      String lock = new String(hint, StandardCharsets.UTF_8);
      LockRecord record = LockRecord.read(store.get(StoreKeys.lock(computer, lock)));
      String waiting = next;
      Optional<Request> waiter =
          record.queue().stream().skip(1).filter(one -> one.thread().equals(waiting)).findFirst();
      Optional<Request> holder = record.holder();
      if (waiter.isEmpty() || holder.isEmpty()) {
        return List.of();
      }
      waits.add(new Wait(waiter.get(), lock, holder.get()));
      next = holder.get().thread();
      if (next.equals(thread)) {
        return waits;
      }
    }
    return List.of();
  }
}
