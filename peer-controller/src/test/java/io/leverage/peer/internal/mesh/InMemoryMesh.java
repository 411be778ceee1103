package io.leverage.peer.internal.mesh;

import io.leverage.peer.PeerAddress;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jgroups.JChannel;
import org.jgroups.stack.IpAddress;

/**
 * The mesh of the product, with all its protocols but one: the transport is JGroups' within a JVM.
 * A peer can be killed, and some can be cut off from the others.
 */
public final class InMemoryMesh {
  private final Map<PeerAddress, JChannel> channels = new ConcurrentHashMap<>();
  private volatile Set<IpAddress> side = Set.of();
  private volatile boolean bothWays;

  /** Prepares the mesh as one peer sees it. */
  public JGroupsMesh join(PeerAddress own, List<PeerAddress> others) {
    String xml =
        String.format(
            Locale.ROOT,
            """
            <%s diag.enabled="false" bundler_type="transfer-queue" use_vthreads="false"
                thread_pool.min_threads="0" thread_pool.max_threads="200"
                thread_pool.keep_alive_time="30s"/>
            <RED/>
            <SHARED_LOOPBACK_PING/>
            """,
            InMemoryTransport.class.getName());
    try {
      JChannel channel =
          MeshStack.channel(
              xml, own, others.isEmpty() ? MeshStack.JOIN_MILLIS_ALONE : MeshStack.JOIN_MILLIS);
      transport(channel).setPeer(physical(own), this::reaches);
      channels.put(own, channel);
      return new JGroupsMesh(own, channel);
    } catch (Exception e) {
      throw new IllegalStateException("the protocol stack is wrong", e);
    }
  }

  /** Kills a peer: what it sends reaches nobody any more, and nobody reaches it. */
  public void kill(PeerAddress peer) {
    transport(channels.remove(peer)).die();
  }

  /**
   * Cuts off some peers from the others: nothing that they send gets there any more and, if both
   * ways are cut, nothing that the others send gets here.
   */
  public void cut(Collection<PeerAddress> peers, boolean inBothWays) {
    bothWays = inBothWays;
    side = peers.stream().map(InMemoryMesh::physical).collect(Collectors.toSet());
  }

  /** Ends what {@link #cut} began. */
  public void heal() {
    side = Set.of();
  }

  private boolean reaches(IpAddress from, IpAddress to) {
    Set<IpAddress> cut = side;
    return cut.contains(to) ? !bothWays || cut.contains(from) : !cut.contains(from);
  }

  private static IpAddress physical(PeerAddress peer) {
    return new IpAddress(peer.loopback(), peer.port());
  }

  private static InMemoryTransport transport(JChannel channel) {
    return (InMemoryTransport) channel.getProtocolStack().getTransport();
  }
}
