package io.leverage.peer.internal.mesh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.Message;
import org.jgroups.View;
import org.jgroups.ViewId;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.PingData;
import org.jgroups.protocols.pbcast.ClientGmsImpl;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.util.Digest;
import org.jgroups.util.Responses;
import org.jgroups.util.Util;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JGroups' membership, in which a new coordinator's views are newer than all of the one before, who
 * joins waits for a mesh whose coordinator has just died, and who was taken for dead hears of it.
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
 *
 * <p>Whom the others don't hear any more they leave without a word. It would go on as their member:
 * read old values, and write new ones at peers that hear it again, which nobody keeps. So it is
 * told for a while, and sees only itself until they meet again.
 */
public final class MeshGms extends GMS {
  private static final Logger LOG = LoggerFactory.getLogger(MeshGms.class);

  /** More views than a coordinator sends in its last moments. */
  private static final int LEAP = 100;

  private static final long TELL_EVERY_MILLIS = 500;

  /** For longer than others need to notice that they hear nobody. */
  private static final int TELLINGS = 60;

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

  @Override
  public void installView(View next, Digest digest) {
    View before = view();
    if (before != null && isLeftBehind(before, next)) {
      LOG.warn("the others have left this peer, whom they could not hear: {}", next);
      View alone =
          new View(new ViewId(getAddress(), next.getViewId().getId() + 1), List.of(getAddress()));
      super.installView(alone, null);
      return;
    }
    super.installView(next, digest);
    if (before != null && next.getCoord().equals(getAddress())) {
      List<Address> gone = new ArrayList<>(before.getMembers());
      gone.removeAll(next.getMembers());
      gone.forEach(each -> tell(each, next, TELLINGS));
    }
  }

  /**
   * Tells whether most members of this peer's view go on without it. A deaf one alone does not
   * count.
   */
  private boolean isLeftBehind(View before, View next) {
    long others = next.getMembers().stream().filter(before::containsMember).count();
    return !isLeaving()
        && !next.containsMember(getAddress())
        && next.getViewId().compareToIDs(before.getViewId()) > 0
        && 2 * others > before.size();
  }

  private void tell(Address gone, View news, int times) {
    View present = view();
    if (times == 0 || present == null || present.containsMember(gone)) {
      return;
    }
    down_prot.down(
        new BytesMessage(gone)
            .putHeader(getId(), new GmsHeader(GmsHeader.VIEW))
            .setArray(marshal(news, null))
            .setFlag(Message.Flag.OOB, Message.Flag.NO_FC, Message.Flag.NO_RELIABILITY));
    var unused =
        timer.schedule(() -> tell(gone, news, times - 1), TELL_EVERY_MILLIS, TimeUnit.MILLISECONDS);
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
