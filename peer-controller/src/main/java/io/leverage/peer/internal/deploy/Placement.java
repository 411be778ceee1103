package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.mesh.Capacity;
import io.leverage.peer.internal.mesh.PeerInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Where a new thread should run, so that all finish first: on the fastest peer that has a free
 * slot; where none has, on the one where it gets most done. Among peers that are about as good, on
 * the one with the fewest threads for its slots.
 *
 * <p>A free slot of a slow peer comes before a part of a fast one's: what runs there takes from
 * nobody, and goes on at a fast peer as soon as that has a free slot (see {@link Balancer}). Only a
 * peer that is slower by far is left idle.
 */
final class Placement {
  /** Measured speeds are not exact: peers this near to the best one are as good. */
  private static final double AS_GOOD = 0.8;

  /** A free slot that is so much slower than a part of another is not worth the moves. */
  private static final double FAR_WORSE = 0.25;

  private Placement() {}

  /**
   * Chooses one of some workers.
   *
   * @param placed how many threads each has by the delegator's own count, which is newer than what
   *     it announced, but knows of one virtual computer only
   */
  static Optional<PeerInfo> choose(List<PeerInfo> workers, ToIntFunction<String> placed) {
    double best = workers.stream().mapToDouble(peer -> speed(peer, placed)).max().orElse(0);
    List<PeerInfo> free =
        workers.stream()
            .filter(peer -> isFree(peer, placed) && speed(peer, placed) >= FAR_WORSE * best)
            .toList();
    List<PeerInfo> eligible = free.isEmpty() ? workers : free;
    double bestEligible =
        eligible.stream().mapToDouble(peer -> speed(peer, placed)).max().orElse(0);
    return eligible.stream()
        .filter(peer -> speed(peer, placed) >= AS_GOOD * bestEligible)
        .min(Comparator.comparingDouble(peer -> load(peer, placed)));
  }

  private static boolean isFree(PeerInfo peer, ToIntFunction<String> placed) {
    return Math.max(placed.applyAsInt(peer.id()), peer.capacity().runnable()) < peer.slots();
  }

  private static double speed(PeerInfo peer, ToIntFunction<String> placed) {
    Capacity capacity = peer.capacity();
    int own = placed.applyAsInt(peer.id());
    return own < capacity.runnable() ? capacity.speedOfOneMore() : capacity.speedWith(own + 1);
  }

  private static double load(PeerInfo peer, ToIntFunction<String> placed) {
    return (placed.applyAsInt(peer.id()) + 1.0) / Math.max(1, peer.slots());
  }
}
