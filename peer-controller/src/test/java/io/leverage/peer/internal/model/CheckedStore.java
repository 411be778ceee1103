package io.leverage.peer.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.internal.record.ThreadTable;
import io.leverage.peer.internal.store.MemoryStore;
import io.leverage.peer.internal.store.StateStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The store as one actor reaches it: each access is a step. What must hold of every effect, whoever
 * publishes it, is checked when it is published.
 */
final class CheckedStore implements StateStore {
  private final StateStore store;
  private final Runnable step;
  private final Map<String, byte[]> published;
  private final ThreadTable threads;

  /**
   * Creates a view.
   *
   * @param published all effects that were ever published, by all actors
   */
  CheckedStore(MemoryStore store, Map<String, byte[]> published, Runnable step) {
    this.store = store.view();
    this.threads = new ThreadTable(this.store);
    this.published = published;
    this.step = step;
  }

  static Map<String, byte[]> nothingPublished() {
    return new HashMap<>();
  }

  @Override
  public byte @Nullable [] get(String key) {
    step.run();
    return store.get(key);
  }

  @Override
  public void put(String key, byte[] value) {
    step.run();
    String[] parts = key.split("/");
    if (parts[0].equals("mb") || parts[0].equals("pr")) {
      // mb/vc/receiver/vc%2Fsender/number or pr/vc/thread/number
      String thread = parts[0].equals("mb") ? parts[3].replace("%2F", "/") : "vc/" + parts[2];
      long number = Long.parseLong(parts[parts.length - 1]);
      assertThat(threads.require(thread).sequence())
          .as("%s is seen only when its checkpoint counts", key)
          .isGreaterThan(number);
      byte[] before = published.putIfAbsent(key, value.clone());
      if (before != null) {
        assertThat(value).as("%s is the same, whoever publishes it", key).isEqualTo(before);
      }
    }
    store.put(key, value);
  }

  @Override
  public boolean compareAndSet(String key, byte @Nullable [] expected, byte[] update) {
    step.run();
    return store.compareAndSet(key, expected, update);
  }

  @Override
  public byte @Nullable [] remove(String key) {
    step.run();
    return store.remove(key);
  }

  @Override
  public List<String> keys(String prefix) {
    step.run();
    return store.keys(prefix);
  }

  @Override
  public void close() {
    store.close();
  }
}
