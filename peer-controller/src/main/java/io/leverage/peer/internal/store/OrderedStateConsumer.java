package io.leverage.peer.internal.store;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import org.infinispan.statetransfer.StateConsumerImpl;
import org.infinispan.topology.CacheTopology;

/**
 * Gets the values that this peer is to hold, and says so when it has them; one of both at a time.
 *
 * <p>Infinispan's own does both at once: a thread that has found the transfers of one rebalance
 * complete, and is held up before it says so, says it of the next one. The others then count on
 * values that this peer does not have and throws away when they arrive, and it answers no further
 * rebalance.
 */
class OrderedStateConsumer extends StateConsumerImpl {
  private final ReentrantLock lock = new ReentrantLock();

  @Override
  public CompletionStage<CompletionStage<Void>> onTopologyUpdate(
      CacheTopology topology, boolean isRebalance) {
    // Whatever of it runs later, in another thread, begins after the former rebalance is forgotten.
    lock.lock();
    try {
      return super.onTopologyUpdate(topology, isRebalance);
    } finally {
      lock.unlock();
    }
  }

  @Override
  protected void notifyEndOfStateTransferIfNeeded() {
    lock.lock();
    try {
      super.notifyEndOfStateTransferIfNeeded();
    } finally {
      lock.unlock();
    }
  }
}
