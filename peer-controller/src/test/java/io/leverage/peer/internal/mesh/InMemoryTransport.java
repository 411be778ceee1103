package io.leverage.peer.internal.mesh;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jgroups.Address;
import org.jgroups.Event;
import org.jgroups.Message;
import org.jgroups.PhysicalAddress;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.FD_SOCK2;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.SHARED_LOOPBACK;
import org.jgroups.stack.IpAddress;

/**
 * JGroups' transport within a JVM, of a member that can die: nothing of it gets out any more, and
 * nothing in. Its physical address is the peer's, by which others find its detector. As over TCP,
 * what a member says to all goes to those that it sees; it only looks for others to merge with.
 */
public final class InMemoryTransport extends SHARED_LOOPBACK {
  private static final short MERGE = ClassConfigurator.getProtocolId(MERGE3.class);

  private volatile IpAddress address;
  private volatile BiPredicate<IpAddress, IpAddress> reaches = (from, to) -> true;
  private volatile boolean dead;

  /** Creates the transport; JGroups does. */
  public InMemoryTransport() {
    setId(ClassConfigurator.getProtocolId(SHARED_LOOPBACK.class));
  }

  /** Says whose transport it is, and which other one's each reaches. */
  void setPeer(IpAddress peer, BiPredicate<IpAddress, IpAddress> network) {
    address = peer;
    reaches = network;
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
  public Object down(Message message) {
    if (message.dest() == null && message.getHeader(MERGE) != null) {
      for (Address other : others()) {
        super.down(message.copy(true, true).setDest(other));
      }
      return null;
    }
    return super.down(message);
  }

  private List<Address> others() {
    synchronized (routing_table) {
      return routing_table.getOrDefault(cluster_name, Map.of()).keySet().stream()
          .filter(each -> !each.equals(local_addr))
          .toList();
    }
  }

  @Override
  public void sendToAll(byte[] data, int offset, int length) throws Exception {
    for (Address member : members) {
      if (!member.equals(local_addr)) {
        sendTo(member, data, offset, length);
      }
    }
  }

  @Override
  protected void sendTo(Address to, byte[] data, int offset, int length) throws Exception {
    if (!dead && reaches(to)) {
      super.sendTo(to, data, offset, length);
    }
  }

  private boolean reaches(Address to) {
    SHARED_LOOPBACK other;
    synchronized (routing_table) {
      other = routing_table.getOrDefault(cluster_name, Map.of()).get(to);
    }
    return !(other instanceof InMemoryTransport transport)
        || reaches.test(address, transport.address);
  }

  @Override
  public void receive(Address sender, byte[] data, int offset, int length) {
    if (!dead) {
      super.receive(sender, data, offset, length);
    }
  }
}
