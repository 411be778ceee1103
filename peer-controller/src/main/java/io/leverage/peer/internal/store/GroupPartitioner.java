package io.leverage.peer.internal.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.infinispan.commons.marshall.WrappedByteArray;
import org.infinispan.configuration.cache.HashConfiguration;
import org.infinispan.distribution.ch.KeyPartitioner;
import org.infinispan.distribution.ch.impl.HashFunctionPartitioner;

/** Puts all keys of a group into one segment, and those without a group anywhere. */
public final class GroupPartitioner implements KeyPartitioner {
  private final HashFunctionPartitioner hash = new HashFunctionPartitioner();
  private StoreOptions.Groups groups = keyOrPrefix -> Optional.empty();

  /** Creates a partitioner that is to be made like another one; Infinispan does. */
  public GroupPartitioner() {}

  GroupPartitioner(StoreOptions.Groups groups) {
    this.groups = groups;
  }

  @Override
  public void init(KeyPartitioner other) {
    groups = ((GroupPartitioner) other).groups;
  }

  @Override
  public void init(HashConfiguration configuration) {
    hash.init(configuration);
  }

  @Override
  public int getSegment(Object key) {
    if (key instanceof Integer segment) {
      return segment; // where Infinispan 16.1 looks for owners that a change has added
    }
    byte[] bytes = key instanceof WrappedByteArray wrapped ? wrapped.getBytes() : (byte[]) key;
    return hash.getSegment(
        groups.groupOf(new String(bytes, UTF_8)).map(group -> group.getBytes(UTF_8)).orElse(bytes));
  }
}
