package io.leverage.peer.internal.store;

import org.infinispan.AdvancedCache;
import org.infinispan.commands.write.RemoveCommand;
import org.infinispan.context.InvocationContext;
import org.infinispan.context.impl.FlagBitSets;
import org.infinispan.factories.ComponentRegistry;
import org.infinispan.interceptors.AsyncInterceptorChain;
import org.infinispan.interceptors.DDAsyncInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Has what is settled as removed, when the sides of a split mesh meet, removed on all owners.
 *
 * <p>Infinispan has the peer that settles a key remove it. Where that peer is the key's first owner
 * and has no value, as one of the side that wins, the others aren't told (16.1 and 16.2, {@code
 * RemoveCommand.shouldReplicate}): they keep what should be gone. They are told if the command says
 * that the persistent copy was not looked at, which for a removal says nothing else.
 */
final class RemovedEverywhere extends DDAsyncInterceptor {
  /** Has what is settled in a cache removed on all owners. */
  static void addTo(AdvancedCache<?, ?> cache) {
    ComponentRegistry.componentOf(cache, AsyncInterceptorChain.class)
        .addInterceptor(new RemovedEverywhere(), 0);
  }

  @Override
  public @Nullable Object visitRemoveCommand(InvocationContext context, RemoveCommand command) {
    if (command.hasAnyFlag(FlagBitSets.PUT_FOR_STATE_TRANSFER)) {
      command.addFlags(FlagBitSets.SKIP_CACHE_LOAD);
    }
    return invokeNext(context, command);
  }
}
