package io.leverage.peer.internal.mesh;

import io.leverage.peer.PeerAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jgroups.JChannel;
import org.jgroups.stack.IpAddress;

/**
 * The mesh of the product, with all its protocols but one: the transport is JGroups' within a JVM.
 * A peer can be killed.
 */
public final class InMemoryMesh {
  private final Map<PeerAddress, JChannel> channels = new ConcurrentHashMap<>();

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
      transport(channel).setPeer(new IpAddress(own.loopback(), own.port()));
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

  private static InMemoryTransport transport(JChannel channel) {
    return (InMemoryTransport) channel.getProtocolStack().getTransport();
  }
}
