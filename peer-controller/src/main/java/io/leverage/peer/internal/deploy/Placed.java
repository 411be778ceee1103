package io.leverage.peer.internal.deploy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which thread was given to which worker, and so how many each has. */
final class Placed {
  private final Map<String, String> workers = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  synchronized void put(String thread, String worker) {
    String before = workers.put(thread, worker);
    if (!worker.equals(before)) {
      count(before, -1);
      count(worker, 1);
    }
  }

  synchronized void remove(String thread) {
    count(workers.remove(thread), -1);
  }

  synchronized void remove(String thread, String worker) {
    if (workers.remove(thread, worker)) {
      count(worker, -1);
    }
  }

  private void count(@org.jspecify.annotations.Nullable String worker, int change) {
    if (worker != null) {
      counts.merge(worker, change, (a, b) -> a + b == 0 ? null : a + b);
    }
  }

  /** Gets how many threads each worker has. */
  synchronized Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }

  /** Gets the threads of workers that are gone. */
  synchronized Set<String> lost(Predicate<String> there) {
    Set<String> lost = new HashSet<>();
    if (!counts.keySet().stream().allMatch(there)) {
      workers.forEach(
          (thread, worker) -> {
            if (!there.test(worker)) {
              lost.add(thread);
            }
          });
    }
    return lost;
  }
}
