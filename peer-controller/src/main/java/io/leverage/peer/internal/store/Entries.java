package io.leverage.peer.internal.store;

import io.leverage.UnreachableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.infinispan.AdvancedCache;
import org.infinispan.CacheStream;
import org.infinispan.commons.CacheException;
import org.infinispan.commons.util.IntSets;
import org.infinispan.distribution.ch.ConsistentHash;
import org.infinispan.topology.CacheTopology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One distributed cache of bytes, with patience: what fails while peers come and go is tried again.
 *
 * <p>All its writes are safe to repeat. A write that threw, or a conditional one that answered no
 * while the topology changed, may have taken effect; so they are settled afterwards.
 */
final class Entries {
  private static final Logger LOG = LoggerFactory.getLogger(Entries.class);
  private static final long FIRST_PAUSE_MILLIS = 20;

  private final AdvancedCache<byte[], byte[]> cache;
  private final StoreOptions.Groups groups;
  private final int attempts;

  Entries(AdvancedCache<byte[], byte[]> cache, StoreOptions options) {
    this.cache = cache;
    this.groups = options.groups();
    this.attempts = options.attempts();
  }

  byte @Nullable [] get(String key) {
    return patiently("read", key, () -> cache.get(bytes(key)));
  }

  /** Writes a value and gets the previous one; null also when a repetition hides it. */
  byte @Nullable [] put(String key, byte[] value) {
    return patiently("write", key, () -> cache.put(bytes(key), value));
  }

  byte @Nullable [] remove(String key) {
    return patiently("remove", key, () -> cache.remove(bytes(key)));
  }

  /** As {@link StateStore#compareAndSet}. */
  boolean compareAndSet(String key, byte @Nullable [] expected, byte[] update) {
    CacheException failure = null;
    boolean unsure = false;
    for (int attempt = 0; attempt < attempts; attempt++) {
      int topology = topology();
      try {
        if (swap(key, expected, update)) {
          return true;
        }
        if (!unsure && topology == topology()) {
          return false;
        }
      } catch (CacheException e) {
        rethrowIfClosed(e);
        failure = e;
      }
      unsure = true;
      // A read might see a write that not all owners have; replacing a value by itself brings it to
      // all of them.
      if (patiently("confirm", key, () -> replace(key, update, update))) {
        return true;
      }
      if (!Arrays.equals(get(key), expected)) {
        throw unknown("replace", key, failure);
      }
      // It still is what was expected, so the write did not take effect: try again.
      pause(attempt);
    }
    throw unknown("replace", key, failure);
  }

  List<String> keys(String prefix) {
    return patiently(
        "list",
        prefix,
        () -> {
          List<String> keys = new ArrayList<>();
          try (CacheStream<byte[]> all = mayStartWith(prefix)) {
            all.iterator()
                .forEachRemaining(
                    bytes -> {
                      String key = new String(bytes, StandardCharsets.UTF_8);
                      if (key.startsWith(prefix)) {
                        keys.add(key);
                      }
                    });
          }
          return keys.stream().sorted().distinct().toList();
        });
  }

  /** Gets the keys of a prefix's group, and all others of its segment; all keys, if it has none. */
  private CacheStream<byte[]> mayStartWith(String prefix) {
    CacheStream<byte[]> all = cache.keySet().stream();
    return groups.groupOf(prefix).isEmpty()
        ? all
        : all.filterKeySegments(
            IntSets.immutableSet(
                cache.getDistributionManager().getCacheTopology().getSegment(bytes(prefix))));
  }

  /** Counts the entries that this peer has a copy of. */
  int held() {
    return cache.getDataContainer().size();
  }

  boolean settled(int peers) {
    CacheTopology topology = cache.getDistributionManager().getCacheTopology();
    ConsistentHash hash = topology.getCurrentCH();
    int copies = Math.min(peers, cache.getCacheConfiguration().clustering().hash().numOwners());
    return topology.getPhase() == CacheTopology.Phase.NO_REBALANCE
        && hash.getMembers().size() == peers
        && IntStream.range(0, hash.getNumSegments())
            .allMatch(segment -> hash.locateOwnersForSegment(segment).size() == copies);
  }

  private boolean swap(String key, byte @Nullable [] expected, byte[] update) {
    return expected == null
        ? cache.putIfAbsent(bytes(key), update) == null
        : replace(key, expected, update);
  }

  /**
   * Replaces a value. Infinispan 16.1 may have no answer where owners change meanwhile, and takes
   * it for one; so whether it took effect is unknown.
   */
  private boolean replace(String key, byte[] expected, byte[] update) {
    try {
      return cache.replace(bytes(key), expected, update);
    } catch (NullPointerException e) {
      throw new CacheException("no answer: the owners of " + key + " have changed", e);
    }
  }

  private <T extends @Nullable Object> T patiently(String what, String key, Supplier<T> action) {
    CacheException failure = null;
    for (int attempt = 0; attempt < attempts; attempt++) {
      try {
        return action.get();
      } catch (CacheException e) {
        rethrowIfClosed(e);
        LOG.debug("attempt {} to {} {} failed", attempt + 1, what, key, e);
        failure = e;
        pause(attempt);
      }
    }
    throw unknown(what, key, failure);
  }

  private void rethrowIfClosed(CacheException e) {
    if (!cache.getStatus().allowInvocations()) {
      throw new UnreachableException("the state store of this peer is closed", e);
    }
  }

  private int topology() {
    return cache.getDistributionManager().getCacheTopology().getTopologyId();
  }

  private static void pause(int attempt) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(FIRST_PAUSE_MILLIS << attempt));
  }

  private static UnreachableException unknown(
      String what, String key, @Nullable CacheException failure) {
    String message =
        String.format(
            Locale.ROOT,
            "can't %s '%s' while the mesh changes; whether it took effect is unknown",
            what,
            key);
    return failure == null
        ? new UnreachableException(message)
        : new UnreachableException(message, failure);
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }
}
