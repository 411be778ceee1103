package io.leverage.peer.internal.mesh;

import java.util.Collection;
import org.jgroups.Address;
import org.jgroups.PhysicalAddress;
import org.jgroups.blocks.cs.TcpConnection;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.TCP;

/**
 * JGroups' TCP, which no peer can hold up for the others.
 *
 * <p>Where a peer's cable is cut, what is sent to it stays in the socket's buffer until that is
 * full, and then a write blocks for as long as TCP repeats it: many minutes. So each connection has
 * a queue and a thread of its own ({@code non_blocking_sends}, JGRP-2759). And when the view is
 * without that peer, the connection must be closed without a word, since JGroups' word of goodbye
 * would wait for the write that blocks, in the thread that installs the view.
 */
public final class MeshTcp extends TCP {
  /**
   * How many batches of messages, of up to 64 KiB, wait for a connection before they are dropped,
   * to be sent again later. Flow control sees to it that there are rarely so many.
   */
  private static final int MAX_SEND_QUEUE = 512;

  /** Creates the protocol; JGroups does, by the name of this class. */
  public MeshTcp() {
    setId(ClassConfigurator.getProtocolId(TCP.class));
    nonBlockingSends(true);
    maxSendQueue(MAX_SEND_QUEUE);
  }

  @Override
  public void retainAll(Collection<Address> members) {
    srv.forAllConnections(
        (address, connection) -> {
          if (!members.contains(address)
              && !is_member.test((PhysicalAddress) address)
              && connection instanceof TcpConnection stranger) {
            closeNow(stranger);
          }
        });
    super.retainAll(members);
  }

  private void closeNow(TcpConnection connection) {
    try {
      connection.close(false);
    } catch (java.io.IOException e) {
      log.debug("closing %s: %s", connection, e);
    }
  }
}
