package io.leverage.peer.internal.restore;

import io.leverage.UnreachableException;
import io.leverage.peer.internal.record.Revision;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.store.Past;
import io.leverage.peer.internal.store.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what one folder holds into the store of a mesh that is not open.
 *
 * <p>Of records that change the one with the higher revision counts; all other values are written
 * once, so that all copies are the same. So it doesn't matter who brings what first, or how often.
 */
final class Contribution {
  private static final Logger LOG = LoggerFactory.getLogger(Contribution.class);
  private static final int ATTEMPTS = 60;
  private static final long PAUSE_MILLIS = 250;

  private final StateStore store;

  Contribution(StateStore store) {
    this.store = store;
  }

  void bring(Past past) {
    List<String> keys = past.keys().stream().filter(key -> !StoreKeys.isOfMesh(key)).toList();
    LOG.info("bringing back {} values from this peer's folder", keys.size());
    long begun = System.nanoTime();
    keys.parallelStream().forEach(key -> past.value(key).ifPresent(value -> patiently(key, value)));
    LOG.info("brought them back in {} ms", Duration.ofNanos(System.nanoTime() - begun).toMillis());
  }

  private void patiently(String key, byte[] value) {
    for (int attempt = 1; ; attempt++) {
      try {
        bring(key, value);
        return;
      } catch (UnreachableException e) { // peers are coming, so the mesh changes
        if (attempt == ATTEMPTS) {
          throw e;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
      }
    }
  }

  private void bring(String key, byte[] value) {
    while (true) {
      byte[] present = store.get(key);
      if (present == null) {
        if (store.compareAndSet(key, null, value)) {
          return;
        }
      } else if (!StoreKeys.isChanging(key) || Revision.of(present) >= Revision.of(value)) {
        return;
      } else if (store.compareAndSet(key, present, value)) {
        return;
      }
    }
  }
}
