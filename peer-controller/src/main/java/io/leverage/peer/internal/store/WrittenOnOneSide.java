package io.leverage.peer.internal.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.infinispan.AdvancedCache;
import org.infinispan.commands.VisitableCommand;
import org.infinispan.commands.write.WriteCommand;
import org.infinispan.commons.CacheException;
import org.infinispan.context.InvocationContext;
import org.infinispan.factories.ComponentRegistry;
import org.infinispan.interceptors.AsyncInterceptorChain;
import org.infinispan.interceptors.BaseAsyncInterceptor;
import org.infinispan.statetransfer.StateTransferInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was written on one side of a split mesh from getting to the other side by itself.
 *
 * <p>A write that is on its way when owners change is repeated by Infinispan at the new ones. Where
 * these are of both sides, which have met, a write of the side that loses would be there for all,
 * and of a history that never happened.
 */
final class WrittenOnOneSide {
  /** Of the writes that were begun on this peer: how often sides had met by then. */
  private final Map<InvocationContext, Long> begun = new ConcurrentHashMap<>();

  private final Meetings meetings;

  private WrittenOnOneSide(Meetings meetings) {
    this.meetings = meetings;
  }

  /** Has writes to a cache fail that were begun before sides met. */
  static void addTo(AdvancedCache<?, ?> cache, Meetings meetings) {
    WrittenOnOneSide writes = new WrittenOnOneSide(meetings);
    AsyncInterceptorChain chain = ComponentRegistry.componentOf(cache, AsyncInterceptorChain.class);
    chain.addInterceptor(writes.new Beginning(), 0);
    if (!chain.addInterceptorAfter(writes.new Attempt(), StateTransferInterceptor.class)) {
      throw new IllegalStateException("Infinispan repeats writes elsewhere");
    }
  }

  /** Sees a write once, on the thread that began it. */
  private final class Beginning extends BaseAsyncInterceptor {
    @Override
    public @Nullable Object visitCommand(InvocationContext context, VisitableCommand command) {
      Long met = meetings.writing();
      if (met == null || !context.isOriginLocal() || !(command instanceof WriteCommand)) {
        return invokeNext(context, command);
      }
      begun.put(context, met);
      return invokeNextAndFinally(
          context, command, (ended, same, result, failure) -> begun.remove(ended));
    }
  }

  /** Sees it each time that it is tried. */
  private final class Attempt extends BaseAsyncInterceptor {
    @Override
    public @Nullable Object visitCommand(InvocationContext context, VisitableCommand command) {
      Long met = begun.get(context);
      if (met != null && meetings.haveBeenSince(met)) {
        throw new CacheException("the sides of a split mesh have met");
      }
      return invokeNext(context, command);
    }
  }
}
