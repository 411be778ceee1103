package io.leverage.peer.internal.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.infinispan.commons.marshall.WrappedByteArray;
import org.infinispan.conflict.EntryMergePolicy;
import org.infinispan.container.entries.CacheEntry;
import org.jspecify.annotations.Nullable;

/**
 * Settles what differs when the sides of a split mesh meet.
 *
 * <p>A side that had every value when the mesh was split wins whole, also where it has removed
 * something: threads, their messages and the variables that they share then come from one history,
 * as they must. If both had, Infinispan's choice of one is taken. A side that lacked values has
 * waited, so it has nothing new. If no side is known to have had all, nothing is removed, and of
 * two values the later one wins.
 */
public final class OneSideWins implements EntryMergePolicy<Object, Object> {
  private final StoreOptions.Later later;
  private final Supplier<Shares.Winner> winner;

  /**
   * Creates the policy.
   *
   * @param winner tells which side is right, of those that meet now
   */
  OneSideWins(StoreOptions.Later later, Supplier<Shares.Winner> winner) {
    this.later = later;
    this.winner = winner;
  }

  @Override
  public @Nullable CacheEntry<Object, Object> merge(
      @Nullable CacheEntry<Object, Object> preferred, List<CacheEntry<Object, Object>> others) {
    return switch (winner.get()) {
      case PREFERRED -> preferred;
      case OTHER -> newest(null, others);
      case LATER -> newest(preferred, others);
    };
  }

  private @Nullable CacheEntry<Object, Object> newest(
      @Nullable CacheEntry<Object, Object> first, List<CacheEntry<Object, Object>> others) {
    CacheEntry<Object, Object> newest = first;
    for (CacheEntry<Object, Object> other : others) {
      if (other != null && (newest == null || isLater(other, newest))) {
        newest = other;
      }
    }
    return newest;
  }

  private boolean isLater(CacheEntry<Object, Object> one, CacheEntry<Object, Object> other) {
    if (other.getValue() == null) {
      return one.getValue() != null;
    }
    if (one.getValue() == null) {
      return false;
    }
    String key = new String(bytes(one.getKey()), StandardCharsets.UTF_8);
    return later.compare(key, value(one), value(other)) > 0;
  }

  /** A large value's head has no revision: nothing that changes is large. */
  private static byte[] value(CacheEntry<Object, Object> entry) {
    byte[] stored = bytes(entry.getValue());
    return StoredValue.fromBytes(stored) instanceof StoredValue.Inline inline
        ? inline.value()
        : new byte[0];
  }

  private static byte[] bytes(Object value) {
    return value instanceof WrappedByteArray wrapped ? wrapped.getBytes() : (byte[]) value;
  }
}
