package io.leverage.peer.internal.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is in the view, and what they said of themselves.
 *
 * <p>Listeners are to see a view when all its members have announced themselves, so that nobody
 * takes a peer for gone that merely has not spoken yet; when some stay silent, because they are
 * still starting, the mesh publishes what there is after a while.
 */
final class Membership {
  /** How many announcements of strangers are kept, lest they pile up. */
  private static final int MAX_STRANGERS = 256;

  private record Announced(long number, PeerInfo info) {}

  private List<String> view = List.of();

  /** Of members, and of those that spoke before this peer saw the view that has them. */
  private final Map<String, Announced> announced = new HashMap<>();

  private Set<String> published = Set.of();
  private boolean stale;
  private List<Set<String>> met = List.of();

  /** Takes a new view. */
  synchronized void view(List<String> members) {
    view = List.copyOf(members);
    if (announced.size() > view.size() + MAX_STRANGERS) {
      announced.keySet().retainAll(view);
    }
    stale = true;
  }

  /** Takes the sides of a split mesh that meet. */
  synchronized void met(List<Set<String>> sides) {
    met = List.copyOf(sides);
  }

  /** Gets the sides that met last. */
  synchronized List<Set<String>> met() {
    return met;
  }

  /**
   * Takes an announcement, unless a newer one came first.
   *
   * @return whether it is the first of its peer, so that there may be something to publish
   */
  synchronized boolean announced(long number, PeerInfo info) {
    Announced known = announced.get(info.id());
    if (known == null || known.number() < number) {
      announced.put(info.id(), new Announced(number, info));
      stale |= known == null;
    }
    return known == null;
  }

  /** Forgets what others said of their sides: they may be on another one now. */
  synchronized void forgetSides() {
    announced.replaceAll(
        (id, known) -> new Announced(known.number(), known.info().withStanding(Standing.NEW)));
  }

  synchronized int size() {
    return view.size();
  }

  synchronized boolean contains(String id) {
    return view.contains(id);
  }

  synchronized boolean hasAnnounced(String id) {
    return view.contains(id) && announced.containsKey(id);
  }

  synchronized boolean hasPublished() {
    return !published.isEmpty();
  }

  /** Lists those who announced themselves, oldest member first. */
  synchronized List<PeerInfo> peers() {
    List<PeerInfo> peers = new ArrayList<>();
    for (String id : view) {
      Announced known = announced.get(id);
      if (known != null) {
        peers.add(known.info());
      }
    }
    return List.copyOf(peers);
  }

  /**
   * Gets what is to be published now.
   *
   * @param evenIfSilent whether to go on without those who have not announced themselves
   * @return the peers; empty if listeners know them, or should not yet
   */
  synchronized Optional<List<PeerInfo>> publish(boolean evenIfSilent) {
    boolean complete = announced.keySet().containsAll(view);
    if (!stale || !(complete || evenIfSilent)) {
      return Optional.empty();
    }
    stale = false;
    Set<String> present = new HashSet<>(view);
    present.retainAll(announced.keySet());
    if (published.equals(present)) {
      return Optional.empty();
    }
    published = present;
    return Optional.of(peers());
  }
}
