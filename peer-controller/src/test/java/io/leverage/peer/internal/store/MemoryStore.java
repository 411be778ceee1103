package io.leverage.peer.internal.store;

import io.leverage.UnreachableException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store in memory that several peers of one process share; each has its own view. */
public final class MemoryStore {
  private final ConcurrentSkipListMap<String, byte[]> values = new ConcurrentSkipListMap<>();

  /** One peer's view of the store. It can be cut off, as if the peer had died. */
  public final class View implements StateStore {
    private volatile boolean cut;
    private final AtomicInteger lost = new AtomicInteger();
    private volatile String losing = "";

    /** Makes every further access fail. */
    public void cut() {
      cut = true;
    }

    /** Has the next accesses to a key take effect, but fail, as while the mesh changes. */
    public void loseAnswers(String key, int count) {
      losing = key;
      lost.set(count);
    }

    /** Tells whether all answers are lost that were to be. */
    public boolean lostAll() {
      return lost.get() == 0;
    }

    private void check() {
      if (cut) {
        throw new UnreachableException("this view of the store is cut off");
      }
    }

    private <T extends @Nullable Object> T answered(String key, T answer) {
      if (key.equals(losing) && lost.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new UnreachableException("the mesh changes; the answer for " + key + " is lost");
      }
      return answer;
    }

    @Override
    public byte @Nullable [] get(String key) {
      check();
      byte[] value = values.get(key);
      return answered(key, value == null ? null : value.clone());
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
      return answered(key, Arrays.equals(result, update));
    }

    @Override
    public byte @Nullable [] remove(String key) {
      check();
      return values.remove(key);
    }

    @Override
    public List<String> keys(String prefix) {
      check();
      return answered(
          prefix,
          values.tailMap(prefix).keySet().stream()
              .takeWhile(key -> key.startsWith(prefix))
              .toList());
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
