package io.leverage.peer.internal.store;

import io.leverage.UnreachableException;
import io.leverage.peer.internal.mesh.JGroupsMesh;
import io.leverage.peer.internal.mesh.Patience;
import io.leverage.peer.internal.store.StoredValue.Head;
import io.leverage.peer.internal.store.StoredValue.Inline;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.infinispan.AdvancedCache;
import org.infinispan.commons.CacheException;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.Configuration;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.configuration.global.ShutdownHookBehavior;
import org.infinispan.configuration.parsing.ConfigurationBuilderHolder;
import org.infinispan.conflict.EntryMergePolicy;
import org.infinispan.conflict.MergePolicy;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.partitionhandling.PartitionHandling;
import org.infinispan.topology.CacheTopology;
import org.jspecify.annotations.Nullable;

/**
 * The state in Infinispan, embedded, on the mesh's channel.
 *
 * <p>A peer goes on, even alone, as long as it has every value; {@link Sides} watches that. After a
 * split, {@link OneSideWins} settles what differs.
 *
 * <p>Values above {@value #CHUNK} bytes are kept as a head and chunks: that is twice as fast, and
 * bounds what a message between peers holds. Chunks whose writer died before it wrote the head
 * remain; nobody refers to them.
 */
public final class InfinispanStateStore implements StateStore {
  /** The largest value that is kept in one piece. */
  static final int CHUNK = 256 << 10;

  private static final String RECORDS = "records";
  private static final String CHUNKS = "chunks";
  private static final int SEGMENTS = 64;
  private static final Duration TRANSFER = Patience.of(Duration.ofSeconds(60));

  /** How often a large value may be replaced while it is read. */
  private static final int READS = 100;

  private final DefaultCacheManager manager;
  private final Entries records;
  private final Entries chunks;
  private final Meetings meetings;
  private final Sides sides;

  private InfinispanStateStore(
      DefaultCacheManager manager, StoreOptions options, Meetings meetings, Sides sides) {
    this.manager = manager;
    this.meetings = meetings;
    this.sides = sides;
    AdvancedCache<byte[], byte[]> cache = cache(manager, RECORDS);
    cache.addListener(sides);
    meetings.watch(
        () ->
            cache.getDistributionManager().getCacheTopology().getPhase()
                == CacheTopology.Phase.CONFLICT_RESOLUTION);
    sides.begin(cache.getDistributionManager().getCacheTopology());
    this.records = entries(cache, options);
    this.chunks = entries(cache(manager, CHUNKS), options);
  }

  private Entries entries(AdvancedCache<byte[], byte[]> cache, StoreOptions options) {
    RemovedEverywhere.addTo(cache);
    WrittenOnOneSide.addTo(cache, meetings);
    return new Entries(cache, options);
  }

  /**
   * Connects the mesh's channel, and begins to hold this peer's share of the state.
   *
   * @throws UnreachableException if it can't
   */
  public static InfinispanStateStore open(JGroupsMesh mesh, String name, StoreOptions options) {
    return open(mesh, name, options, null);
  }

  /**
   * Connects the mesh's channel, and begins to hold this peer's share of the state.
   *
   * @param journal keeps it on disk, too; null to keep it in memory only
   * @throws UnreachableException if it can't
   */
  public static InfinispanStateStore open(
      JGroupsMesh mesh, String name, StoreOptions options, @Nullable Journal journal) {
    GlobalConfigurationBuilder global = new GlobalConfigurationBuilder();
    MeshTransport.configure(global.transport(), mesh);
    global
        .transport()
        .clusterName("leverage")
        .nodeName(name)
        .distributedSyncTimeout(TRANSFER.toMillis(), TimeUnit.MILLISECONDS);
    global.jmx().disable();
    global.metrics().gauges(false).histograms(false);
    global.shutdown().hookBehavior(ShutdownHookBehavior.DONT_REGISTER);
    DefaultCacheManager manager = null;
    Meetings meetings = new Meetings();
    Sides sides = new Sides(mesh, meetings, options.copies(), options.strict());
    try {
      // Not new DefaultCacheManager(global.build()): that drops the transport.
      manager =
          new DefaultCacheManager(
              new ConfigurationBuilderHolder(InfinispanStateStore.class.getClassLoader(), global),
              true);
      EntryMergePolicy<Object, Object> oneSide = new OneSideWins(options.later(), sides::winner);
      manager.defineConfiguration(
          RECORDS, configuration(options, journal, Journal.RECORDS, oneSide));
      // Chunks are written once, under names of their own.
      manager.defineConfiguration(
          CHUNKS, configuration(options, journal, Journal.CHUNKS, MergePolicy.PREFERRED_NON_NULL));
      return new InfinispanStateStore(manager, options, meetings, sides);
    } catch (CacheException e) {
      if (manager != null) {
        manager.stop();
      }
      throw new UnreachableException("can't open the state store: " + e.getMessage(), e);
    }
  }

  private static Configuration configuration(
      StoreOptions options,
      @Nullable Journal journal,
      byte space,
      EntryMergePolicy<?, ?> mergePolicy) {
    ConfigurationBuilder cache = new ConfigurationBuilder();
    cache
        .clustering()
        .cacheMode(CacheMode.DIST_SYNC)
        .remoteTimeout(options.callTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .hash()
        .numOwners(options.copies())
        .numSegments(SEGMENTS)
        .keyPartitioner(new GroupPartitioner(options.groups()));
    cache
        .clustering()
        .partitionHandling()
        .whenSplit(PartitionHandling.ALLOW_READ_WRITES)
        .mergePolicy(mergePolicy);
    cache
        .clustering()
        .stateTransfer()
        .timeout(TRANSFER.toMillis(), TimeUnit.MILLISECONDS)
        .awaitInitialTransfer(true);
    cache.locking().lockAcquisitionTimeout(5, TimeUnit.SECONDS);
    cache.encoding().mediaType(MediaType.APPLICATION_OCTET_STREAM_TYPE);
    cache.statistics().disable();
    if (journal != null) {
      JournalStore.configure(cache.persistence(), journal, space);
    }
    return cache.build();
  }

  private static AdvancedCache<byte[], byte[]> cache(DefaultCacheManager manager, String name) {
    return manager.<byte[], byte[]>getCache(name).getAdvancedCache();
  }

  @Override
  public byte @Nullable [] get(String key) {
    long begun = sides.check();
    byte[] value = find(key);
    sides.checkSince(begun); // what was not found may be on the other side
    return value;
  }

  private byte @Nullable [] find(String key) {
    byte[] stored = records.get(key);
    for (int read = 0; read < READS; read++) {
      if (stored == null) {
        return null;
      }
      byte[] value = resolve(stored);
      if (value != null) {
        return value;
      }
      byte[] again = records.get(key);
      if (Arrays.equals(stored, again)) {
        throw new UnreachableException(
            String.format(
                Locale.ROOT, "parts of '%s' are missing: too many peers failed at once", key));
      }
      stored = again;
    }
    throw new UnreachableException(
        String.format(Locale.ROOT, "'%s' changes faster than it can be read", key));
  }

  @Override
  public void put(String key, byte[] value) {
    long begun = sides.check();
    StoredValue update = store(value);
    byte[] previous = records.put(key, update.toBytes());
    sides.checkSince(begun);
    discard(previous, update);
  }

  @Override
  public boolean compareAndSet(String key, byte @Nullable [] expected, byte[] update) {
    long begun = sides.check();
    byte[] expectedBytes = null;
    if (expected != null) {
      expectedBytes = expected.length <= CHUNK ? new Inline(expected).toBytes() : records.get(key);
      if (expectedBytes == null || !Arrays.equals(resolve(expectedBytes), expected)) {
        return false;
      }
    }
    StoredValue stored = store(update);
    boolean done = records.compareAndSet(key, expectedBytes, stored.toBytes());
    sides.checkSince(begun); // it may have been written on this side only
    discard(done ? expectedBytes : stored.toBytes(), null);
    return done;
  }

  @Override
  public byte @Nullable [] remove(String key) {
    long begun = sides.check();
    byte[] stored = records.remove(key);
    sides.checkSince(begun);
    discard(stored, null);
    return stored != null && StoredValue.fromBytes(stored) instanceof Inline inline
        ? inline.value()
        : null;
  }

  @Override
  public List<String> keys(String prefix) {
    long begun = sides.check();
    List<String> keys = records.keys(prefix);
    sides.checkSince(begun);
    return keys;
  }

  @Override
  public <T> T inOneHistory(Supplier<T> steps) {
    return meetings.inOneHistory(steps);
  }

  @Override
  public void close() {
    manager.stop();
  }

  /**
   * Tells whether every value has all its copies on a mesh of so many peers. Until then, after a
   * peer died, the death of another one may lose what had its copies on these two.
   */
  public boolean settled(int peers) {
    return !sides.isPartial() && records.settled(peers) && chunks.settled(peers);
  }

  /** Counts the entries that this peer has a copy of, chunks of large values included. */
  public int held() {
    return records.held() + chunks.held();
  }

  /** Counts the chunks of large values, those that nobody refers to included. */
  int chunkCount() {
    return chunks.keys("").size();
  }

  /** Brings a value into its stored form; its chunks, if any, are in the store afterwards. */
  private StoredValue store(byte[] value) {
    if (value.length <= CHUNK) {
      return new Inline(value);
    }
    UUID id = UUID.randomUUID();
    Head head = new Head(id.getMostSignificantBits(), id.getLeastSignificantBits(), value.length);
    for (int at = 0; at < value.length; at += CHUNK) {
      byte[] chunk = Arrays.copyOfRange(value, at, Math.min(value.length, at + CHUNK));
      chunks.put(head.chunkKey(at / CHUNK), chunk);
    }
    return head;
  }

  /** Gets the value of a stored form; null if chunks are missing. */
  private byte @Nullable [] resolve(byte[] stored) {
    StoredValue value = StoredValue.fromBytes(stored);
    if (value instanceof Inline inline) {
      return inline.value();
    }
    Head head = (Head) value;
    byte[] bytes = new byte[head.length()];
    for (int at = 0; at < bytes.length; at += CHUNK) {
      byte[] chunk = chunks.get(head.chunkKey(at / CHUNK));
      if (chunk == null) {
        return null;
      }
      System.arraycopy(chunk, 0, bytes, at, chunk.length);
    }
    return bytes;
  }

  /** Removes the chunks of a stored form that is not referred to any more. */
  private void discard(byte @Nullable [] stored, @Nullable StoredValue current) {
    if (stored != null
        && StoredValue.fromBytes(stored) instanceof Head head
        && !head.equals(current)) {
      for (int at = 0; at < head.length(); at += CHUNK) {
        chunks.remove(head.chunkKey(at / CHUNK));
      }
    }
  }
}
