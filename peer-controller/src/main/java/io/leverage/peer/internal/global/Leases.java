package io.leverage.peer.internal.global;

import io.leverage.peer.internal.global.LockRecord.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** For how long this peer has seen the holds of locks that threads wait for. */
final class Leases {
  private static final int MOST = 10_000;

  private record Seen(long token, long since) {}

  private final LongSupplier nanos;
  private final Map<String, Seen> seen =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
          return size() > MOST;
        }
      };

  Leases(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Tells whether a hold has lasted longer than its lease. */
  synchronized boolean isOver(String key, LockRecord lock) {
    long lease = lock.holder().map(Request::leaseNanos).orElse(0L);
    if (lease == 0) {
      seen.remove(key);
      return false;
    }
    long now = nanos.getAsLong();
    Seen last = seen.get(key);
    if (last == null || last.token() != lock.token()) {
      seen.put(key, new Seen(lock.token(), now));
      return false;
    }
    return now - last.since() >= lease;
  }
}
