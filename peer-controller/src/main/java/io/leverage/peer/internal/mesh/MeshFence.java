package io.leverage.peer.internal.mesh;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jgroups.Address;
import org.jgroups.Event;
import org.jgroups.Message;
import org.jgroups.View;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.stack.Protocol;
import org.jgroups.util.MessageBatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets nothing through that a peer said in a view from which this peer has left it.
 *
 * <p>Whom the others don't hear for a while they leave. When they hear it again, it may not know
 * yet; JGroups would deliver what it says, and it would write values at peers that hold them for
 * others now: its write is confirmed, and undone when the sides meet. So each message names the
 * view of its sender, and here it is known since which view it counts: the one that left it out or,
 * once they have met again, that one.
 */
public final class MeshFence extends Protocol {
  private static final Logger LOG = LoggerFactory.getLogger(MeshFence.class);

  private static final short ID = 2101;
  static final short HEADER = 2102;

  static {
    ClassConfigurator.addProtocol(ID, MeshFence.class);
    ClassConfigurator.add(HEADER, ViewHeader.class);
  }

  /** So many peers that have gone are remembered. */
  private static final int MOST_COUNTED = 1000;

  private final Map<Address, Long> counted = new ConcurrentHashMap<>();
  private volatile List<Address> members = List.of();
  private volatile long view;

  /** Creates the protocol; JGroups does, by the name of this class. */
  public MeshFence() {
    setId(ID);
  }

  @Override
  public Object up(Event event) {
    if (event.getType() == Event.VIEW_CHANGE) {
      changeTo(event.getArg());
    }
    return up_prot.up(event);
  }

  private void changeTo(View next) {
    List<Address> before = members;
    long number = next.getViewId().getId();
    for (Address each : before) {
      if (!next.containsMember(each)) {
        counted.put(each, number);
      }
    }
    for (Address each : next.getMembers()) {
      if (!before.contains(each)) {
        counted.computeIfPresent(each, (peer, since) -> number);
      }
    }
    if (counted.size() > MOST_COUNTED) {
      counted.keySet().retainAll(next.getMembers());
    }
    members = next.getMembers();
    view = number;
  }

  @Override
  public Object down(Message message) {
    message.putHeader(ID, new ViewHeader(view));
    return down_prot.down(message);
  }

  @Override
  public @Nullable Object up(Message message) {
    return counts(message) ? up_prot.up(message) : null;
  }

  @Override
  public void up(MessageBatch batch) {
    for (Iterator<Message> all = batch.iterator(); all.hasNext(); ) {
      if (!counts(all.next())) {
        all.remove();
      }
    }
    if (!batch.isEmpty()) {
      up_prot.up(batch);
    }
  }

  private boolean counts(Message message) {
    Long since = counted.get(message.src());
    if (since == null
        || !(message.getHeader(ID) instanceof ViewHeader header)
        || header.view() >= since) {
      return true;
    }
    LOG.debug("{} says something from view {}: it counts since {}", message.src(), header, since);
    return false;
  }
}
