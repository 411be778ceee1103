package io.leverage.peer.internal.mesh;

import java.util.Collection;
import org.jgroups.Address;
import org.jgroups.View;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.pbcast.GMS;

/**
 * JGroups' membership, in which a new coordinator's views are newer than all of the one before.
 *
 * <p>A coordinator that dies while it sends a view may have reached some members only. The next one
 * has not heard of it, and JGroups would give its own first view the same number; then the members
 * that had the dead one's view would take that for old news. For some seconds they would go on with
 * a coordinator that is dead, and ignore what the state store's new coordinator says of the owners
 * of values, which is not always said again.
 */
public final class MeshGms extends GMS {
  /** More views than a coordinator sends in its last moments. */
  private static final int LEAP = 100;

  /** Creates the protocol; JGroups does, by the name of this class. */
  public MeshGms() {
    setId(ClassConfigurator.getProtocolId(GMS.class));
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
}
