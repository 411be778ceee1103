package io.leverage.peer.internal.store;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.infinispan.commons.marshall.WrappedByteArray;
import org.infinispan.commons.util.IntSet;
import org.infinispan.configuration.cache.CustomStoreConfiguration;
import org.infinispan.configuration.cache.CustomStoreConfigurationBuilder;
import org.infinispan.configuration.cache.PersistenceConfigurationBuilder;
import org.infinispan.persistence.spi.InitializationContext;
import org.infinispan.persistence.spi.MarshallableEntry;
import org.infinispan.persistence.spi.NonBlockingStore;
import org.jspecify.annotations.Nullable;

/**
 * Writes each entry that Infinispan keeps on this peer to the {@link Journal}: before the write is
 * acknowledged, on every peer that has a copy, also what comes and goes when copies move.
 * Infinispan never reads from it: memory holds everything, and what a dead mesh left must first be
 * compared with what the other peers have.
 */
public final class JournalStore implements NonBlockingStore<Object, Object> {
  private static final String JOURNAL = "journal";
  private static final String SPACE = "space";

  /** Infinispan makes its stores itself; this is how they find their journals. */
  private static final Map<String, Journal> JOURNALS = new ConcurrentHashMap<>();

  private volatile @Nullable Journal journal;
  private volatile byte space;

  static void configure(PersistenceConfigurationBuilder persistence, Journal journal, byte space) {
    JOURNALS.put(journal.id(), journal);
    Properties properties = new Properties();
    properties.setProperty(JOURNAL, journal.id());
    properties.setProperty(SPACE, Byte.toString(space));
    persistence
        .addStore(CustomStoreConfigurationBuilder.class)
        .customStoreClass(JournalStore.class)
        .withProperties(properties)
        .writeOnly(true)
        .segmented(true)
        .shared(false)
        .preload(false)
        .purgeOnStartup(false);
  }

  @Override
  public Set<Characteristic> characteristics() {
    return EnumSet.of(Characteristic.WRITE_ONLY, Characteristic.SEGMENTABLE);
  }

  @Override
  public CompletionStage<Void> start(InitializationContext context) {
    CustomStoreConfiguration configuration = context.getConfiguration();
    space = Byte.parseByte(configuration.properties().getProperty(SPACE));
    journal = JOURNALS.get(configuration.properties().getProperty(JOURNAL));
    return done();
  }

  @Override
  public CompletionStage<Void> stop() {
    Journal mine = journal;
    if (mine != null) {
      JOURNALS.remove(mine.id());
    }
    return done();
  }

  @Override
  public CompletionStage<Void> write(
      int segment, MarshallableEntry<? extends Object, ? extends Object> entry) {
    journal().put(space, segment, key(entry.getKey()), bytes(entry.getValue()));
    return done();
  }

  @Override
  public CompletionStage<Boolean> delete(int segment, Object key) {
    journal().remove(space, key(key));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> addSegments(IntSet segments) {
    return done(); // their entries come by themselves
  }

  @Override
  public CompletionStage<Void> removeSegments(IntSet segments) {
    journal().removeSegments(space, segments::contains);
    return done();
  }

  @Override
  public CompletionStage<Void> clear() {
    journal().removeSegments(space, segment -> true);
    return done();
  }

  @Override
  public CompletionStage<MarshallableEntry<Object, Object>> load(int segment, Object key) {
    return CompletableFuture.completedFuture(null);
  }

  private Journal journal() {
    return Objects.requireNonNull(journal, "the store was started");
  }

  private static String key(Object key) {
    return new String(bytes(key), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Object value) {
    return value instanceof WrappedByteArray wrapped ? wrapped.getBytes() : (byte[]) value;
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }
}
