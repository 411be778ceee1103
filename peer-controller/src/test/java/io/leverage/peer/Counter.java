package io.leverage.peer;

import io.leverage.UnreachableException;
import io.leverage.peer.internal.store.StateStore;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts in the store by compare-and-set: the only writer of its key, so it knows what must be. */
record Counter(StateStore store, String key) {
  int run(AtomicBoolean stop, AtomicInteger acknowledged) {
    byte[] last = null;
    int count = 0;
    while (!stop.get()) {
      byte[] next = ((count + 1) + ":" + key).getBytes(StandardCharsets.UTF_8);
      if (!set(last, next)) {
        throw new AssertionError("nobody else writes " + key + ", but it is not what was written");
      }
      last = next;
      count++;
      acknowledged.incrementAndGet();
    }
    return count;
  }

  private boolean set(byte[] expected, byte[] next) {
    while (true) {
      try {
        return store.compareAndSet(key, expected, next);
      } catch (UnreachableException e) {
        // Unknown: it is what we wrote, or still what we expected.
        byte[] now = store.get(key);
        if (Arrays.equals(now, next)) {
          return true;
        }
        if (!Arrays.equals(now, expected)) {
          return false;
        }
      }
    }
  }
}
