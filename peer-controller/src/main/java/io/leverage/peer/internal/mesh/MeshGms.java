package io.leverage.peer.internal.mesh;

import java.util.Collection;
import org.jgroups.Address;
import org.jgroups.View;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.PingData;
import org.jgroups.protocols.pbcast.ClientGmsImpl;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.util.Responses;
import org.jgroups.util.Util;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JGroups' membership, in which a new coordinator's views are newer than all of the one before, and
 * who joins waits for a mesh whose coordinator has just died.
 *
 * <p>A coordinator that dies while it sends a view may have reached some members only. The next one
 * has not heard of it, and JGroups would give its own first view the same number; then the members
 * that had the dead one's view would take that for old news. For some seconds they would go on with
 * a coordinator that is dead, and ignore what the state store's new coordinator says of the owners
 * of values, which is not always said again.
 *
 * <p>Where members answer who joins, but no coordinator does, JGroups takes them all for others
 * that join. The one with the lowest address would then begin a mesh of its own, with nothing in
 * it.
 */
public final class MeshGms extends GMS {
  private static final Logger LOG = LoggerFactory.getLogger(MeshGms.class);

  /** More views than a coordinator sends in its last moments. */
  private static final int LEAP = 100;

  /** Creates the protocol; JGroups does, by the name of this class. */
  public MeshGms() {
    setId(ClassConfigurator.getProtocolId(GMS.class));
    impls.put(CLIENT, new Joining(this));
  }

  @Override
  public View getNextView(
      Collection<Address> joiners, Collection<Address> leavers, Collection<Address> suspected) {
    lock.lock();
    try {
      View present = view();
      if (present != null && !present.getCreator().equals(getAddress())) {
        ltime = Math.max(ltime, present.getViewId().getId()) + LEAP;
      }
      return super.getNextView(joiners, leavers, suspected);
    } finally {
      lock.unlock();
    }
  }

  private static final class Joining extends ClientGmsImpl {
    private static final long PAUSE_MILLIS = 500;

    Joining(MeshGms gms) {
      super(gms);
    }

    @Override
    protected boolean firstOfAllClients(Address joiner, Responses responses) {
      for (PingData response : responses) {
        if (response.isServer()) {
          LOG.info("{} is there, but no coordinator: waiting", response.getAddress());
          responses.clear(); // so that who died meanwhile isn't waited for
          Util.sleep(PAUSE_MILLIS);
          return false;
        }
      }
      return super.firstOfAllClients(joiner, responses);
    }
  }
}
