package io.leverage.peer.internal.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.infinispan.commons.util.IntSet;
import org.infinispan.factories.AbstractNamedCacheComponentFactory;
import org.infinispan.factories.AutoInstantiableFactory;
import org.infinispan.factories.GlobalComponentRegistry;
import org.infinispan.factories.impl.ComponentAccessor;
import org.infinispan.factories.impl.ModuleMetadataBuilder;
import org.infinispan.lifecycle.ModuleLifecycle;
import org.infinispan.remoting.transport.Address;
import org.infinispan.statetransfer.StateConsumer;
import org.infinispan.topology.ClusterTopologyManager;

/**
 * What gets this peer's values in tests. One of its threads can be held up, as by a busy machine,
 * where it has found all values got and did not say so yet.
 */
final class HeldUpStateConsumer extends OrderedStateConsumer {
  private static final AtomicReference<HoldUp> HOLD_UP = new AtomicReference<>();

  private static final List<ClusterTopologyManager> STARTED = new CopyOnWriteArrayList<>();

  /** Where a thread is held up, until the next rebalance has begun or a while has passed. */
  static final class HoldUp {
    private static final Duration WHILE = Duration.ofSeconds(2);

    private final String peer;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch nextBegan = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private HoldUp(String peer) {
      this.peer = peer;
    }

    boolean isBegun() {
      return begun.getCount() == 0;
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await(WHILE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Holds up the thread of a peer, by its name, that next has got all records. */
  static HoldUp next(String peer) {
    HoldUp holdUp = new HoldUp(peer);
    HOLD_UP.set(holdUp);
    return holdUp;
  }

  /** Ends what {@link #next} began. */
  static void reset() {
    HOLD_UP.set(null);
    STARTED.clear();
  }

  /** Counts the peers that have records, or want them, as the one knows that shares them out. */
  static int wanted() {
    return STARTED.stream()
        .map(each -> each.currentJoiners("records"))
        .filter(Objects::nonNull)
        .mapToInt(List::size)
        .max()
        .orElse(0);
  }

  @Override
  protected void notifyEndOfStateTransferIfNeeded() {
    HoldUp holdUp = holdUp();
    boolean before = holdUp == null || holdUp.isBegun();
    super.notifyEndOfStateTransferIfNeeded();
    if (!before && holdUp.isBegun()) {
      holdUp.ended.countDown();
    }
  }

  @Override
  public void stopApplyingState(int topologyId) {
    HoldUp holdUp = holdUp();
    if (holdUp != null && !holdUp.isBegun() && isStateTransferInProgress()) {
      holdUp.begun.countDown();
      HoldUp.await(holdUp.nextBegan);
    }
    super.stopApplyingState(topologyId);
  }

  @Override
  protected CompletionStage<Void> handleSegments(IntSet added, IntSet transactionOnly) {
    HoldUp holdUp = holdUp();
    if (holdUp != null && holdUp.isBegun() && !added.isEmpty()) {
      holdUp.nextBegan.countDown();
      HoldUp.await(holdUp.ended);
    }
    return super.handleSegments(added, transactionOnly);
  }

  private HoldUp holdUp() {
    HoldUp holdUp = HOLD_UP.get();
    Address self = rpcManager.getAddress();
    return holdUp != null && cacheName.equals("records") && self.toString().equals(holdUp.peer)
        ? holdUp
        : null;
  }

  /** Tells Infinispan that there is such a component. */
  public static final class Module implements ModuleMetadataBuilder {
    @Override
    public String getModuleName() {
      return "leverage-test";
    }

    @Override
    public Collection<String> getRequiredDependencies() {
      return List.of(StoreModule.NAME);
    }

    @Override
    public Collection<String> getOptionalDependencies() {
      return List.of();
    }

    @Override
    public ModuleLifecycle newModuleLifecycle() {
      return new ModuleLifecycle() {
        @Override
        public void cacheManagerStarted(GlobalComponentRegistry registry) {
          STARTED.add(registry.getClusterTopologyManager());
        }
      };
    }

    @Override
    public void registerMetadata(ModuleBuilder builder) {
      builder.registerComponentAccessor(
          HeldUpStateConsumer.class.getName(),
          List.of(),
          new ComponentAccessor<HeldUpStateConsumer>(
              HeldUpStateConsumer.class.getName(),
              StoreModule.NAMED_CACHE,
              false,
              OrderedStateConsumer.class.getName(),
              List.of()));
      StoreModule.registerFactory(
          builder, StoreModule.NAMED_CACHE, StateConsumer.class, Factory.class, Factory::new);
    }
  }

  private static final class Factory extends AbstractNamedCacheComponentFactory
      implements AutoInstantiableFactory {
    @Override
    public Object construct(String componentName) {
      return configuration.clustering().cacheMode().isClustered()
          ? new HeldUpStateConsumer()
          : null;
    }
  }
}
