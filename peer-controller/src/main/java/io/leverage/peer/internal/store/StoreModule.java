package io.leverage.peer.internal.store;

import java.util.Collection;
import java.util.List;
import org.infinispan.factories.AbstractNamedCacheComponentFactory;
import org.infinispan.factories.AutoInstantiableFactory;
import org.infinispan.factories.impl.ComponentAccessor;
import org.infinispan.factories.impl.ModuleMetadataBuilder;
import org.infinispan.lifecycle.ModuleLifecycle;
import org.infinispan.statetransfer.StateConsumer;
import org.infinispan.statetransfer.StateConsumerImpl;
import org.jspecify.annotations.Nullable;

/** Tells Infinispan which of its components this store brings: {@link OrderedStateConsumer}. */
public final class StoreModule implements ModuleMetadataBuilder {
  /** The name by which other modules may require this one. */
  static final String NAME = "leverage";

  /** The ordinal of {@code Scopes.NAMED_CACHE}; that type is in class files only when compiling. */
  static final int NAMED_CACHE = 1;

  @Override
  public String getModuleName() {
    return NAME;
  }

  @Override
  public Collection<String> getRequiredDependencies() {
    return List.of("core"); // what is registered later replaces it
  }

  @Override
  public Collection<String> getOptionalDependencies() {
    return List.of();
  }

  @Override
  public ModuleLifecycle newModuleLifecycle() {
    return new ModuleLifecycle() {};
  }

  @Override
  public void registerMetadata(ModuleBuilder builder) {
    builder.registerComponentAccessor(
        OrderedStateConsumer.class.getName(),
        List.of(),
        new ComponentAccessor<OrderedStateConsumer>(
            OrderedStateConsumer.class.getName(),
            NAMED_CACHE,
            false,
            StateConsumerImpl.class.getName(),
            List.of()));
    builder.registerComponentAccessor(
        Factory.class.getName(),
        List.of(StateConsumer.class.getName()),
        new ComponentAccessor<Factory>(
            Factory.class.getName(),
            NAMED_CACHE,
            false,
            AbstractNamedCacheComponentFactory.class.getName(),
            List.of()) {
          @Override
          protected Factory newInstance() {
            return new Factory();
          }
        });
  }

  private static final class Factory extends AbstractNamedCacheComponentFactory
      implements AutoInstantiableFactory {
    @Override
    public @Nullable Object construct(String componentName) {
      return configuration.clustering().cacheMode().isClustered()
          ? new OrderedStateConsumer()
          : null;
    }
  }
}
