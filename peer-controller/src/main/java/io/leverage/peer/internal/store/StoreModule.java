package io.leverage.peer.internal.store;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.infinispan.factories.AbstractComponentFactory;
import org.infinispan.factories.AbstractNamedCacheComponentFactory;
import org.infinispan.factories.AutoInstantiableFactory;
import org.infinispan.factories.impl.ComponentAccessor;
import org.infinispan.factories.impl.ModuleMetadataBuilder;
import org.infinispan.factories.impl.WireContext;
import org.infinispan.lifecycle.ModuleLifecycle;
import org.infinispan.remoting.transport.Transport;
import org.infinispan.statetransfer.StateConsumer;
import org.infinispan.statetransfer.StateConsumerImpl;
import org.infinispan.topology.ClusterTopologyManager;
import org.infinispan.topology.ClusterTopologyManagerImpl;
import org.infinispan.topology.LocalTopologyManager;
import org.jspecify.annotations.Nullable;

/**
 * Tells Infinispan which of its components this store brings: {@link OrderedStateConsumer} and
 * {@link RememberingTopologyManager}.
 */
public final class StoreModule implements ModuleMetadataBuilder {
  /** The name by which other modules may require this one. */
  static final String NAME = "leverage";

  /** The ordinal of {@code Scopes.NAMED_CACHE}; that type is in class files only when compiling. */
  static final int NAMED_CACHE = 1;

  private static final int GLOBAL = 0;

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
    String consumer = OrderedStateConsumer.class.getName();
    builder.registerComponentAccessor(
        consumer,
        List.of(),
        new ComponentAccessor<OrderedStateConsumer>(
            consumer, NAMED_CACHE, false, StateConsumerImpl.class.getName(), List.of()));
    registerFactory(
        builder, NAMED_CACHE, StateConsumer.class, ConsumerFactory.class, ConsumerFactory::new);
    String manager = RememberingTopologyManager.class.getName();
    builder.registerComponentAccessor(
        manager,
        List.of(),
        new ComponentAccessor<RememberingTopologyManager>(
            manager,
            GLOBAL,
            false,
            ClusterTopologyManagerImpl.class.getName(),
            List.of(Transport.class.getName())) {
          @Override
          protected void wire(
              RememberingTopologyManager instance, WireContext context, boolean start) {
            instance.wire(
                context.get(Transport.class.getName(), Transport.class, start),
                context.getLazy(
                    LocalTopologyManager.class.getName(), LocalTopologyManager.class, start));
          }
        });
    registerFactory(
        builder, GLOBAL, ClusterTopologyManager.class, ManagerFactory.class, ManagerFactory::new);
  }

  /** Says who makes a component, instead of the factory that did so until now. */
  static <F> void registerFactory(
      ModuleBuilder builder, int scope, Class<?> component, Class<F> factory, Supplier<F> make) {
    builder.registerComponentAccessor(
        factory.getName(),
        List.of(component.getName()),
        new ComponentAccessor<F>(
            factory.getName(), scope, false, factory.getSuperclass().getName(), List.of()) {
          @Override
          protected F newInstance() {
            return make.get();
          }
        });
  }

  private static final class ConsumerFactory extends AbstractNamedCacheComponentFactory
      implements AutoInstantiableFactory {
    @Override
    public @Nullable Object construct(String componentName) {
      return configuration.clustering().cacheMode().isClustered()
          ? new OrderedStateConsumer()
          : null;
    }
  }

  private static final class ManagerFactory extends AbstractComponentFactory
      implements AutoInstantiableFactory {
    @Override
    public Object construct(String componentName) {
      return new RememberingTopologyManager();
    }
  }
}
