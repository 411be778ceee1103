package io.leverage.peer.internal.store;

import io.leverage.peer.internal.mesh.JGroupsMesh;
import org.infinispan.configuration.global.TransportConfigurationBuilder;
import org.infinispan.remoting.transport.jgroups.JGroupsTransport;

/**
 * The mesh's channel as Infinispan's transport: the one place where JGroups and Infinispan meet.
 */
final class MeshTransport {
  private MeshTransport() {}

  static void configure(TransportConfigurationBuilder transport, JGroupsMesh mesh) {
    transport.transport(new JGroupsTransport(mesh.channel()));
  }
}
