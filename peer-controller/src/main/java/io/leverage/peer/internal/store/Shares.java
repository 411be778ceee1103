package io.leverage.peer.internal.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.infinispan.distribution.ch.ConsistentHash;
import org.infinispan.remoting.transport.Address;

/**
 * Which peers own which share of the state.
 *
 * @param owners the ids of each share's owners
 */
record Shares(List<Set<String>> owners) {
  /** What is right where the sides of a split mesh differ. */
  enum Winner {
    /** What the side has that Infinispan prefers: it had every value when they parted. */
    PREFERRED,
    /** What the only other side has: that one had every value, and the preferred one had not. */
    OTHER,
    /** The later of two values: neither side is known to have had all. */
    LATER
  }

  static Shares of(ConsistentHash hash) {
    return new Shares(
        IntStream.range(0, hash.getNumSegments())
            .mapToObj(hash::locateOwnersForSegment)
            .map(each -> each.stream().map(Shares::id).collect(Collectors.toSet()))
            .toList());
  }

  // Not the name: a peer that was started again has the same, but not what the one before it had.
  static String id(Address peer) {
    return peer.getNodeUUID().toString();
  }

  /**
   * Tells which values are right where the sides of a split mesh meet.
   *
   * @param met the ids of the peers on each side; those that came later may be among them, and
   *     those that left it unnoticed
   * @param preferred the ids of peers of the side that Infinispan prefers, which need not be the
   *     larger one: it is that of a peer which gave up the others before they gave it up
   * @param past who owned what, oldest first
   */
  static Winner winner(
      Collection<Set<String>> met, Set<String> preferred, Collection<Shares> past) {
    List<Set<String>> sides = disjoint(met);
    Shares common = null;
    for (Shares each : past) {
      if (sides.stream().allMatch(each::hasOneOf)) {
        common = each;
      }
    }
    List<Set<String>> wanted =
        sides.stream().filter(side -> !Collections.disjoint(side, preferred)).toList();
    if (common == null || sides.size() < 2 || wanted.size() != 1) {
      return Winner.LATER;
    } else if (common.areAllWith(wanted.get(0))) {
      return Winner.PREFERRED;
    }
    Set<String> other = sides.get(1 - Math.min(1, sides.indexOf(wanted.get(0))));
    return sides.size() == 2 && common.areAllWith(other) ? Winner.OTHER : Winner.LATER;
  }

  /** Takes off each side who left it unnoticed: who is on a smaller one, too. */
  private static List<Set<String>> disjoint(Collection<Set<String>> met) {
    List<Set<String>> sides = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    met.stream()
        .sorted(Comparator.comparingInt(Set::size))
        .forEach(
            each -> {
              Set<String> side = new HashSet<>(each);
              side.removeAll(seen);
              if (!side.isEmpty()) {
                sides.add(side);
                seen.addAll(side);
              }
            });
    return sides;
  }

  private boolean hasOneOf(Set<String> side) {
    Set<String> known = new HashSet<>();
    owners.forEach(known::addAll);
    return side.stream().anyMatch(known::contains);
  }

  private boolean areAllWith(Set<String> side) {
    return owners.stream().allMatch(share -> share.stream().anyMatch(side::contains));
  }
}
