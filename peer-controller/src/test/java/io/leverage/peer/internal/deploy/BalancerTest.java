package io.leverage.peer.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.internal.mesh.Capacity;
import io.leverage.peer.internal.mesh.PeerInfo;
import java.time.Duration;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** The clock and the load are arguments: nothing here waits. */
class BalancerTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long LOOK = 2 * SECOND;

  private final Balancer balancer = new Balancer(Balancer.Settings.ofDefaults());

  @Test
  void aThreadLeavesASlowPeerForAFastOne() {
    assertThat(firstMove(capacity(1, 0.3), capacity(0, 1), 0)).isBetween(2 * LOOK, 5 * LOOK);
  }

  @Test
  void aThreadLeavesAPeerThatHasMoreThanItsSlots() {
    assertThat(firstMove(capacity(6, 1), capacity(0, 1), 0)).isBetween(2 * LOOK, 5 * LOOK);
  }

  @Test
  void aPeerThatIsALittleBetterIsNotWorthAMove() {
    assertThat(firstMove(capacity(1, 1), capacity(0, 1.2), 0)).isEqualTo(-1);
  }

  @Test
  void aPeerWhoseProcessorIsUsedUpIsNoBetter() {
    Capacity halved = new Capacity(2, 1, 1, 0.5, true);
    assertThat(firstMove(capacity(2, 0.4), halved, 0)).isEqualTo(-1);
  }

  @Test
  void aLargeThreadMovesLaterThanASmallOne() {
    long small = firstMove(capacity(1, 0.5), capacity(0, 1), 1_000);
    long large = firstMove(capacity(1, 0.5), capacity(0, 1), 1_000_000_000);
    assertThat(large).isGreaterThan(small + 100 * SECOND);
  }

  @Test
  void whatLooksGoodOnlyOnceIsNoReason() {
    long now = 0;
    for (int i = 0; i < 1000; i++, now += LOOK) {
      Capacity there = i % 3 == 0 ? capacity(2, 0.3) : capacity(0, 1);
      assertThat(balancer.look(now, capacity(1, 0.3), peers(there), threads(0, 0, 0))).isEmpty();
    }
  }

  @Test
  void oscillatingLoadMovesAThreadLessAndLessOften() {
    for (long period : new long[] {10, 20, 30, 60, 120}) {
      int inTenMinutes = moves(600 * SECOND, now -> now / (period * SECOND) % 2);
      int inAnHour = moves(3600 * SECOND, now -> now / (period * SECOND) % 2);
      assertThat(inTenMinutes).as("load changes each %d s", period).isLessThanOrEqualTo(8);
      assertThat(inAnHour - inTenMinutes)
          .as("load changes each %d s", period)
          .isLessThanOrEqualTo(6);
    }
  }

  @Test
  void loadThatStaysMovesAThreadOnce() {
    assertThat(moves(3600 * SECOND, now -> 0)).isEqualTo(1);
    assertThat(moves(3600 * SECOND, now -> now > 100 * SECOND ? 1 : 0)).isEqualTo(2);
  }

  @Test
  void aPeerTakesOnlyWhatGetsMoreDoneThere() {
    assertThat(balancer.welcomes(capacity(0, 1), 0.5)).isTrue();
    assertThat(balancer.welcomes(capacity(2, 1), 0.9)).isFalse();
    assertThat(balancer.welcomes(Capacity.NONE, 0)).isFalse();
  }

  /**
   * One thread, two peers of which one is slow at a time.
   *
   * @param slow which of the two is slow at some time
   * @return how often the thread moves
   */
  private static int moves(long until, LongUnaryOperator slow) {
    Balancer[] balancers = {
      new Balancer(Balancer.Settings.ofDefaults()), new Balancer(Balancer.Settings.ofDefaults())
    };
    int at = 0;
    long since = 0;
    int moves = 0;
    for (long now = 0; now < until; now += LOOK) {
      boolean slowHere = slow.applyAsLong(now) == at;
      var move =
          balancers[at].look(
              now,
              capacity(1, slowHere ? 0.2 : 1),
              peers(capacity(0, slowHere ? 1 : 0.2)),
              threads(1_000_000, since, moves));
      if (move.isPresent()) {
        at = 1 - at;
        since = now;
        moves++;
      }
    }
    return moves;
  }

  /** Looks for up to ten minutes; gets when a thread that begins at 0 moves, or -1. */
  private long firstMove(Capacity here, Capacity there, long bytes) {
    for (long now = 0; now < 600 * SECOND; now += LOOK) {
      if (balancer.look(now, here, peers(there), threads(bytes, 0, 0)).isPresent()) {
        return now;
      }
    }
    return -1;
  }

  private static Capacity capacity(int runnable, double speed) {
    return new Capacity(2, runnable, runnable, speed, false);
  }

  private static List<PeerInfo> peers(Capacity capacity) {
    return List.of(new PeerInfo("b", "b:1", capacity, 1));
  }

  private static List<Balancer.Candidate> threads(long bytes, long since, long moves) {
    return List.of(new Balancer.Candidate("vc/t", bytes, since, moves));
  }
}
