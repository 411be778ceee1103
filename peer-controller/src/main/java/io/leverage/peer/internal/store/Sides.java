package io.leverage.peer.internal.store;

import io.leverage.UnreachableException;
import io.leverage.peer.internal.mesh.JGroupsMesh;
import io.leverage.peer.internal.mesh.PeerInfo;
import io.leverage.peer.internal.mesh.Side;
import io.leverage.peer.internal.mesh.Standing;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.infinispan.distribution.ch.ConsistentHash;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachelistener.annotation.TopologyChanged;
import org.infinispan.notifications.cachelistener.event.TopologyChangedEvent;
import org.infinispan.remoting.transport.Address;
import org.infinispan.topology.CacheTopology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches which side of a split mesh this peer is on, and whether that side may go on.
 *
 * <p>A side that lost all owners of some value does not know what it does not have: it would read
 * nothing where there is something. So it is <em>partial</em>: nothing is read or written on it
 * until the others are back and what differs is settled. With {@code strict}, so is a side that has
 * not more than half of the peers. A frozen peer that wakes up is such a side, for the moment until
 * it finds the others. Who joins a partial side waits with it.
 */
@Listener
public final class Sides {
  private static final Logger LOG = LoggerFactory.getLogger(Sides.class);
  private static final int REMEMBERED = 16;

  /** Who owned what, at times when each value had all its copies. */
  private final Deque<Shares> settled = new ArrayDeque<>();

  private final JGroupsMesh mesh;
  private final Meetings meetings;
  private final int copies;
  private final boolean strict;
  private Set<String> quorum = Set.of();
  private @Nullable ConsistentHash lost;

  /** While sides meet: the owners of this one, before it met the other. */
  private @Nullable ConsistentHash parted;

  private @Nullable ConsistentHash shared;
  private int topology;
  private List<Address> members = List.of();

  /** Whether this peer has come to others that waited, and has not heard of a whole side since. */
  private boolean joinedPartial;

  /** Whether the owners in force all have their copies, and that is not noted yet. */
  private boolean complete;

  private String reason = "";
  private volatile Standing standing = Standing.NEW;

  Sides(JGroupsMesh mesh, Meetings meetings, int copies, boolean strict) {
    this.mesh = mesh;
    this.meetings = meetings;
    this.copies = copies;
    this.strict = strict;
    mesh.onStanding(() -> standing);
  }

  /**
   * Called before the owners of values change, when nobody reads by the new owners yet, and after.
   */
  @TopologyChanged
  public synchronized void topologyChanged(
      TopologyChangedEvent<? extends Object, ? extends Object> event) {
    if (!event.isPre()) {
      meetings.ownersChanged(event.getWriteConsistentHashAtEnd());
      if (!meetings.areOn()) {
        parted = null;
      } else if (parted == null) {
        parted = event.getReadConsistentHashAtStart();
      }
      inForce(event.getReadConsistentHashAtEnd(), event.getWriteConsistentHashAtEnd());
      return;
    }
    change(
        event.getNewTopologyId(),
        parted == null ? event.getReadConsistentHashAtStart() : parted,
        event.getReadConsistentHashAtEnd());
  }

  /** Begins to watch; {@link #topologyChanged} tells the rest. */
  synchronized void begin(CacheTopology present) {
    if (members.isEmpty()) {
      change(present.getTopologyId(), null, present.getReadConsistentHash());
      inForce(present.getReadConsistentHash(), present.getWriteConsistentHash());
    }
  }

  private void change(int number, @Nullable ConsistentHash before, ConsistentHash now) {
    becomeWhole(); // if it was before this change, it may not be after it
    topology = number;
    shared = now;
    members = now.getMembers();
    complete = false; // not before they are in force: only then it is known whether sides meet
    Set<String> present = names(members);
    if (!isSide(Side.PARTIAL)) {
      boolean isNew = isSide(Side.UNKNOWN) && !joinsPartial(); // it has nothing to lose yet
      int missing = before == null || isNew ? 0 : unowned(before, members);
      if (before != null && missing > 0) {
        close(
            before,
            String.format(
                Locale.ROOT,
                "%d of %d shares of the state had all their copies on %s",
                missing,
                before.getNumSegments(),
                gone(before)));
      } else if (strict && isMinority(present)) {
        close(
            before,
            String.format(
                Locale.ROOT, "only %s of %s are here, and the mesh is strict", present, quorum));
      }
    }
  }

  private void inForce(ConsistentHash read, ConsistentHash write) {
    complete = read.equals(write) && hasCopies(read);
    becomeWhole();
  }

  /**
   * Notes that this side has every value, with all its copies, if so it is. It must not be said
   * while sides meet: if they part again before all is settled, each lacks what the other has.
   */
  private synchronized void becomeWhole() {
    ConsistentHash now = shared;
    if (now == null || !complete || meetings.areOn() || mustWait()) {
      return;
    }
    boolean waited = isSide(Side.PARTIAL);
    standing = new Standing(Side.WHOLE, topology);
    lost = null;
    quorum = names(members);
    settled.addLast(Shares.of(now));
    if (settled.size() > REMEMBERED) {
      settled.removeFirst();
    }
    complete = false; // all is said of these owners
    if (waited) {
      LOG.info("this side of the mesh goes on: the others are here again");
    }
    mesh.tellSide(); // who waits goes on when it hears that
  }

  /**
   * Checks that this side may go on.
   *
   * @return what {@link #checkSince} is to be given once the values were used
   * @throws UnreachableException if it has to wait
   */
  long check() {
    long begun = meetings.begin();
    checkSince(begun);
    return begun;
  }

  /**
   * Checks that this side could go on all the time. What was written while sides met, however
   * shortly, may have been replaced by what their values were before.
   *
   * @param begun as {@link #check} returned it
   * @throws UnreachableException if it has to wait, or had to
   */
  void checkSince(long begun) {
    meetings.checkSince(begun);
    if (isPartial()) {
      throw new UnreachableException(
          "this side of the mesh waits for the others: "
              + because()
              + ". If they died, stop all peers and start all of them again on their data folders");
    }
  }

  /** Tells whether this side has to wait. */
  boolean isPartial() {
    return !isSide(Side.WHOLE) && isNotWhole();
  }

  private synchronized boolean isNotWhole() {
    becomeWhole();
    return isSide(Side.PARTIAL) || (isSide(Side.UNKNOWN) && joinsPartial());
  }

  /**
   * Tells which side is right, of those that meet now. Called by the peer that settles what
   * differs, whichever side it was on; it may come to that before it hears that they meet.
   */
  Shares.Winner winner() {
    ConsistentHash owners = meetings.owners();
    return owners == null ? Shares.Winner.LATER : winner(owners);
  }

  private synchronized Shares.Winner winner(ConsistentHash owners) {
    return Shares.winner(mesh.met(), primaries(owners), settled);
  }

  // The owners that the preferred side had come first, before those of the others.
  private static Set<String> primaries(ConsistentHash owners) {
    return IntStream.range(0, owners.getNumSegments())
        .mapToObj(owners::locatePrimaryOwnerForSegment)
        .map(Shares::id)
        .collect(Collectors.toSet());
  }

  private boolean mustWait() {
    return switch (standing.side()) {
      case WHOLE -> false;
      case UNKNOWN -> joinsPartial() || !haveAllSpoken(); // one of them may be partial
      case PARTIAL -> !areHere() && !joinsWhole();
    };
  }

  /** Tells whether those are here again whom this side waits for. */
  private boolean areHere() {
    ConsistentHash all = lost;
    return (all == null || unowned(all, members) == 0) && !(strict && isMinority(names(members)));
  }

  /** Tells whether this peer has come to others that wait, which lack what they would give it. */
  private boolean joinsPartial() {
    joinedPartial =
        (joinedPartial || others().anyMatch(other -> other.side() == Side.PARTIAL))
            && !joinsWhole();
    return joinedPartial;
  }

  private boolean haveAllSpoken() {
    Set<String> spoke = mesh.peers().stream().map(PeerInfo::name).collect(Collectors.toSet());
    return spoke.containsAll(names(members));
  }

  /**
   * Tells whether this peer has its share of the state of a side that is whole: another peer says
   * so of the present owners, and is one of them. What it said of earlier ones may have been before
   * this side parted from it.
   */
  private boolean joinsWhole() {
    Set<String> present = names(members);
    return others()
        .anyMatch(
            other ->
                present.contains(other.name())
                    && other.side() == Side.WHOLE
                    && other.standing().topology() >= topology);
  }

  private Stream<PeerInfo> others() {
    String self = mesh.self();
    return mesh.peers().stream().filter(peer -> !peer.id().equals(self));
  }

  private boolean isSide(Side wanted) {
    return standing.side() == wanted;
  }

  private void close(@Nullable ConsistentHash before, String why) {
    standing = new Standing(Side.PARTIAL, topology);
    lost = before;
    reason = why;
    LOG.error("this side of the mesh waits for the others: {}", why);
    mesh.sideChanged();
  }

  private synchronized String because() {
    return isSide(Side.PARTIAL) ? reason : "other peers here say so";
  }

  private boolean isMinority(Set<String> present) {
    Set<String> left = new HashSet<>(quorum);
    left.retainAll(present);
    return 2 * left.size() <= quorum.size() && !quorum.isEmpty();
  }

  private Set<String> gone(ConsistentHash before) {
    Set<String> gone = names(before.getMembers());
    gone.removeAll(names(members));
    return gone;
  }

  private boolean hasCopies(ConsistentHash hash) {
    int owners = Math.min(copies, hash.getMembers().size());
    return IntStream.range(0, hash.getNumSegments())
        .allMatch(segment -> hash.locateOwnersForSegment(segment).size() == owners);
  }

  private static int unowned(ConsistentHash hash, Collection<Address> peers) {
    return (int)
        IntStream.range(0, hash.getNumSegments())
            .filter(
                segment -> hash.locateOwnersForSegment(segment).stream().noneMatch(peers::contains))
            .count();
  }

  private static Set<String> names(Collection<Address> peers) {
    Set<String> names = new HashSet<>();
    peers.forEach(peer -> names.add(peer.toString()));
    return names;
  }
}
