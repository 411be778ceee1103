package io.leverage.peer.internal.store;

import io.leverage.peer.internal.mesh.Patience;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.infinispan.factories.impl.ComponentRef;
import org.infinispan.remoting.transport.Address;
import org.infinispan.remoting.transport.Transport;
import org.infinispan.topology.CacheJoinInfo;
import org.infinispan.topology.CacheStatusResponse;
import org.infinispan.topology.CacheTopology;
import org.infinispan.topology.ClusterTopologyManagerImpl;
import org.infinispan.topology.LocalTopologyManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares out values among the peers, and forgets none that joins.
 *
 * <p>Who joins while values are shared out gets its share the next time. If a peer goes before that
 * begins, Infinispan's own plans it anew, with the peers only that have a share; the one that
 * joined waits in vain. Here it is looked whether it has been forgotten, until it has its share.
 */
class RememberingTopologyManager extends ClusterTopologyManagerImpl {
  private static final Logger LOG = LoggerFactory.getLogger(RememberingTopologyManager.class);

  /** After that, who isn't in a plan won't be. */
  private static final Duration PAUSE = Patience.of(Duration.ofSeconds(2));

  /** The number of no plan. */
  private static final int NONE = -1;

  private @Nullable Transport network;
  private @Nullable ComponentRef<LocalTopologyManager> local;

  /** A peer that wants its share of a cache. */
  private record Join(String cache, Address peer, CacheJoinInfo wish, long deadline) {
    boolean isOver() {
      return System.nanoTime() - deadline > 0;
    }
  }

  void wire(Transport transport, ComponentRef<LocalTopologyManager> topologies) {
    network = transport;
    local = topologies;
  }

  @Override
  public CompletionStage<CacheStatusResponse> handleJoin(
      String cache, Address peer, CacheJoinInfo wish, int view) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(wish.getTimeout());
    later(() -> look(new Join(cache, peer, wish, deadline), NONE));
    return super.handleJoin(cache, peer, wish, view);
  }

  private void look(Join join, int before) {
    if (join.isOver() || getStatus() == ClusterManagerStatus.STOPPING) {
      return;
    }
    CacheTopology plan = plan(join.cache());
    if (plan != null && plan.getMembers().contains(join.peer())) {
      return;
    }
    List<Address> wanted = currentJoiners(join.cache());
    if (wanted != null
        && wanted.contains(join.peer())
        && plan != null
        && plan.getPhase() == CacheTopology.Phase.NO_REBALANCE
        && plan.getTopologyId() == before) {
      LOG.info(
          "{} was forgotten when {} was shared out: it joins again", join.peer(), join.cache());
      try {
        handleLeave(join.cache(), join.peer());
      } catch (Exception e) {
        LOG.warn("{} can't join {} again", join.peer(), join.cache(), e);
        return;
      }
      joinAgain(join);
    } else {
      later(() -> look(join, plan == null ? NONE : plan.getTopologyId()));
    }
  }

  private void joinAgain(Join join) {
    if (join.isOver() || getStatus() != ClusterManagerStatus.COORDINATOR || network == null) {
      return;
    }
    super.handleJoin(join.cache(), join.peer(), join.wish(), network.getViewId())
        .whenComplete(
            (joined, failure) ->
                later(
                    () -> {
                      if (joined == null) {
                        joinAgain(join); // the view has changed meanwhile
                      } else {
                        look(join, NONE);
                      }
                    }));
  }

  private @Nullable CacheTopology plan(String cache) {
    return local == null ? null : local.wired().getCacheTopology(cache);
  }

  private static void later(Runnable action) {
    CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS).execute(action);
  }
}
