package io.leverage.peer.internal.store;

import io.leverage.UnreachableException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A store in memory that several peers of one process share; each has its own view. */
public final class MemoryStore {
  private final ConcurrentSkipListMap<String, byte[]> values = new ConcurrentSkipListMap<>();

  /** One peer's view of the store. It can be cut off, as if the peer had died. */
  public final class View implements StateStore {
    private volatile boolean cut;

    /** Makes every further access fail. */
    public void cut() {
      cut = true;
    }

    private void check() {
      if (cut) {
        throw new UnreachableException("this view of the store is cut off");
      }
    }

    @Override
    public byte @Nullable [] get(String key) {
      check();
      byte[] value = values.get(key);
      return value == null ? null : value.clone();
    }

    @Override
    public void put(String key, byte[] value) {
      check();
      values.put(key, value.clone());
    }

    @Override
    public boolean compareAndSet(String key, byte @Nullable [] expected, byte[] update) {
      check();
      byte[] result =
          values.compute(
              key, (k, present) -> Arrays.equals(present, expected) ? update.clone() : present);
      return Arrays.equals(result, update);
    }

    @Override
    public byte @Nullable [] remove(String key) {
      check();
      return values.remove(key);
    }

    @Override
    public List<String> keys(String prefix) {
      check();
      return values.tailMap(prefix).keySet().stream()
          .takeWhile(key -> key.startsWith(prefix))
          .toList();
    }

    @Override
    public void close() {
      cut();
    }
  }

  /** Creates a view for one more peer. */
  public View view() {
    return new View();
  }
}
