package io.leverage.peer.internal.mesh;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgroups.Address;
import org.jgroups.PhysicalAddress;
import org.jgroups.blocks.cs.TcpConnection;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.TCP;

/**
 * JGroups' TCP, which no peer can hold up for the others. One thread sends what a peer has to say;
 * if it waits, so do heartbeats, and the others take this peer for dead.
 *
 * <ul>
 *   <li>Where a peer's cable is cut, what is sent to it stays in the socket's buffer until that is
 *       full, and then a write blocks for as long as TCP repeats it: many minutes. So each
 *       connection has a queue and a thread of its own ({@code non_blocking_sends}, JGRP-2759).
 *   <li>To connect to such a peer takes until it is given up, each time. So that is done in other
 *       threads; what is to be sent waits, and is dropped if it fails, since the protocols above
 *       repeat it.
 *   <li>When the view is without that peer, its connection must be closed without a word, since
 *       JGroups' goodbye would wait for the write that blocks, in the thread that installs views.
 * </ul>
 */
public final class MeshTcp extends TCP {
  /**
   * How many batches of messages, of up to 64 KiB, wait for a connection before they are dropped,
   * to be sent again later. Flow control sees to it that there are rarely so many.
   */
  private static final int MAX_SEND_QUEUE = 512;

  /** What is to be sent to peers that are being connected to. */
  private final Map<PhysicalAddress, List<byte[]>> waiting = new HashMap<>();

  /** Creates the protocol; JGroups does, by the name of this class. */
  public MeshTcp() {
    setId(ClassConfigurator.getProtocolId(TCP.class));
    nonBlockingSends(true);
    maxSendQueue(MAX_SEND_QUEUE);
  }

  @Override
  public void sendUnicast(PhysicalAddress dest, byte[] data, int offset, int length)
      throws Exception {
    if (srv.connectionEstablishedTo(dest) || dest.equals(srv.localAddress())) {
      super.sendUnicast(dest, data, offset, length);
      return;
    }
    byte[] copy = Arrays.copyOfRange(data, offset, offset + length);
    synchronized (waiting) {
      List<byte[]> others = waiting.get(dest);
      if (others != null) {
        if (others.size() < MAX_SEND_QUEUE) {
          others.add(copy);
        }
        return;
      }
      waiting.put(dest, new ArrayList<>(List.of(copy)));
    }
    getThreadFactory().newThread(() -> connect(dest), "connects to " + dest).start();
  }

  private void connect(PhysicalAddress dest) {
    try {
      srv.getConnection(dest);
    } catch (Exception e) {
      log.debug("%s can't be reached: %s", dest, e);
    }
    List<byte[]> messages;
    synchronized (waiting) {
      messages = waiting.remove(dest);
    }
    try {
      for (byte[] each : messages == null ? List.<byte[]>of() : messages) {
        if (srv.connectionEstablishedTo(dest)) {
          super.sendUnicast(dest, each, 0, each.length);
        }
      }
    } catch (Exception e) {
      log.debug("%s is lost again: %s", dest, e);
    }
    if (!srv.running()) {
      srv.closeConnection(dest); // it was made while all others were closed
    }
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
    } catch (IOException e) {
      log.debug("closing %s: %s", connection, e);
    }
  }
}
