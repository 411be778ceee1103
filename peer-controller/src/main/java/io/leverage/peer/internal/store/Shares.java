package io.leverage.peer.internal.store;

import java.util.Collection;
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
  static Shares of(ConsistentHash hash) {
    return new Shares(
        IntStream.range(0, hash.getNumSegments())
            .mapToObj(hash::locateOwnersForSegment)
            .map(each -> each.stream().map(Shares::id).collect(Collectors.toSet()))
            .toList());
  }

  // Not the name: a peer that was started again has the same, but not what the one before it had.
  private static String id(Address peer) {
    return peer.getNodeUUID().toString();
  }

  /**
   * Tells whether, of the sides of a split mesh, the largest had all shares when they parted. If
   * several are equally large, each must have had: any of them may be preferred.
   *
   * @param sides the ids of the peers on each; those that came later may be among them
   * @param past who owned what, oldest first
   */
  static boolean largerHadAll(Collection<Set<String>> sides, Collection<Shares> past) {
    Shares common = null;
    for (Shares each : past) {
      if (sides.stream().allMatch(each::hasOneOf)) {
        common = each;
      }
    }
    if (common == null || sides.size() < 2) {
      return false;
    }
    Shares parted = common;
    int largest = sides.stream().mapToInt(Set::size).max().orElseThrow();
    return sides.stream().filter(side -> side.size() == largest).allMatch(parted::areAllWith);
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
