package io.leverage.peer.internal.mesh;

import org.jgroups.Address;
import org.jgroups.Event;
import org.jgroups.PhysicalAddress;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.FD_SOCK2;
import org.jgroups.protocols.SHARED_LOOPBACK;
import org.jgroups.stack.IpAddress;

/**
 * JGroups' transport within a JVM, of a member that can die: nothing of it gets out any more, and
 * nothing in. Its physical address is the peer's, by which others find its detector.
 */
public final class InMemoryTransport extends SHARED_LOOPBACK {
  private volatile IpAddress address;
  private volatile boolean dead;

  /** Creates the transport; JGroups does. */
  public InMemoryTransport() {
    setId(ClassConfigurator.getProtocolId(SHARED_LOOPBACK.class));
  }

  void setPeer(IpAddress peer) {
    address = peer;
  }

  /** Dies without a word; the sockets of its detector are closed, as those of a dead process. */
  void die() {
    dead = true;
    unregister(cluster_name, local_addr);
    FD_SOCK2 detector = getProtocolStack().findProtocol(FD_SOCK2.class);
    detector.stop();
  }

  @Override
  protected PhysicalAddress getPhysicalAddress() {
    return address;
  }

  @Override
  public Object down(Event event) {
    Object answer = super.down(event);
    if (dead && cluster_name != null) {
      unregister(cluster_name, local_addr);
    }
    return answer;
  }

  @Override
  public void sendToAll(byte[] data, int offset, int length) throws Exception {
    if (!dead) {
      super.sendToAll(data, offset, length);
    }
  }

  @Override
  protected void sendTo(Address to, byte[] data, int offset, int length) throws Exception {
    if (!dead) {
      super.sendTo(to, data, offset, length);
    }
  }

  @Override
  public void receive(Address sender, byte[] data, int offset, int length) {
    if (!dead) {
      super.receive(sender, data, offset, length);
    }
  }
}
