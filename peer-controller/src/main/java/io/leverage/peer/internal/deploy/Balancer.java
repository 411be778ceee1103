package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.mesh.Capacity;
import io.leverage.peer.internal.mesh.PeerInfo;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides when a running thread of a peer should go to another one: when it gets so much more done
 * there that the move pays. Time is an argument, in nanoseconds.
 *
 * <p>How long a thread will still run is not known. One that has run for a while is expected to run
 * for as long again; so what a move gains is that time, less what the same work takes at the other
 * peer. It must be several times the cost of the move.
 *
 * <p>Against thrashing: the other peer must be better by a good part at several looks in a row, a
 * thread rests after a move, twice as long with each one that it has made, and a peer gives away
 * one thread at a time.
 */
final class Balancer {
  /**
   * How eager it is.
   *
   * @param gain how many times as much a thread must get done elsewhere
   * @param looks at how many looks in a row
   * @param rest how long a thread stays after its first move
   * @param moveCost what a move costs, whatever moves
   * @param bytesPerSecond how fast a thread's state travels
   * @param payback how many times the cost the gain must be
   */
  record Settings(
      double gain, int looks, long rest, long moveCost, double bytesPerSecond, double payback) {
    static Settings ofDefaults() {
      return new Settings(
          Double.parseDouble(System.getProperty("leverage.balance.gain", "1.3")),
          3,
          Duration.ofSeconds(5).toNanos(),
          Duration.ofMillis(300).toNanos(),
          50e6,
          4);
    }
  }

  /**
   * A thread that runs here, or is ready to.
   *
   * @param bytes of its last checkpoint
   * @param since when it runs here
   * @param moves how many peers it had before
   */
  record Candidate(String thread, long bytes, long since, long moves) {}

  /** What to do. */
  record Move(String thread, PeerInfo target, double gain) {}

  private static final int MOST_DOUBLINGS = 7;

  private final Settings settings;
  private int looks;

  Balancer(Settings settings) {
    this.settings = settings;
  }

  /**
   * Looks at this peer and the others.
   *
   * @param others peers that may take a thread
   * @param threads that may move, in any order
   */
  Optional<Move> look(long now, Capacity own, List<PeerInfo> others, List<Candidate> threads) {
    double here = own.speedWith(own.runnable());
    Optional<PeerInfo> best =
        others.stream()
            .filter(peer -> peer.slots() > 0 && peer.capacity().speed() > 0)
            .max(Comparator.comparingDouble(peer -> peer.capacity().speedOfOneMore()));
    if (own.speed() == 0 || best.isEmpty() || own.runnable() == 0) {
      looks = 0;
      return Optional.empty();
    }
    double gain = best.get().capacity().speedOfOneMore() / here;
    if (gain < settings.gain()) {
      looks = 0;
      return Optional.empty();
    }
    if (++looks < settings.looks()) {
      return Optional.empty();
    }
    Optional<Move> move =
        threads.stream()
            .filter(thread -> pays(thread, now, gain))
            .min(Comparator.comparingLong(Candidate::bytes).thenComparing(Candidate::since))
            .map(thread -> new Move(thread.thread(), best.get(), gain));
    if (move.isPresent()) {
      looks = 0;
    }
    return move;
  }

  private boolean pays(Candidate thread, long now, double gain) {
    long age = now - thread.since();
    long rest =
        thread.moves() == 0 ? 0 : settings.rest() << Math.min(thread.moves() - 1, MOST_DOUBLINGS);
    double cost = settings.moveCost() + thread.bytes() / settings.bytesPerSecond() * 1e9;
    double gained = age * (1 - 1 / gain);
    return age >= rest && gained >= settings.payback() * cost;
  }

  /** Tells whether a peer with some capacity should take a thread that gets so much done. */
  boolean welcomes(Capacity own, double elsewhere) {
    return own.slots() > 0 && own.speedOfOneMore() >= settings.gain() * elsewhere;
  }
}
