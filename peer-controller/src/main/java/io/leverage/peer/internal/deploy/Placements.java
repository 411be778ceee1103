package io.leverage.peer.internal.deploy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** On which worker each thread was placed last, and how many threads that makes for each worker. */
final class Placements {
  private final Map<String, String> workers = new ConcurrentHashMap<>();
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  void put(String thread, String worker) {
    String before = workers.put(thread, worker);
    if (!worker.equals(before)) {
      counts.merge(worker, 1, Integer::sum);
      leave(before);
    }
  }

  void remove(String thread) {
    leave(workers.remove(thread));
  }

  void remove(String thread, String worker) {
    if (workers.remove(thread, worker)) {
      leave(worker);
    }
  }

  int count(String worker) {
    return counts.getOrDefault(worker, 0);
  }

  void forEach(BiConsumer<String, String> action) {
    workers.forEach(action);
  }

  private void leave(@Nullable String worker) {
    if (worker != null) {
      counts.computeIfPresent(worker, (w, count) -> count == 1 ? null : count - 1);
    }
  }
}
