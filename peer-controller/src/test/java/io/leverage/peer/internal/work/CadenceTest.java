package io.leverage.peer.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Time is an argument: nothing here waits. */
class CadenceTest {
  private final WorkerSettings settings = WorkerSettings.defaults();
  private final Cadence cadence = new Cadence(settings, 0);

  @Test
  void aCheckpointThatCostsNothingIsMadeAfterTheShortestInterval() {
    cadence.made(0, 0);
    assertThat(cadence.due(settings.minInterval() - 1)).isFalse();
    assertThat(cadence.due(settings.minInterval())).isTrue();
  }

  @Test
  void captureAndStorageTogetherTakeTheirShare() {
    cadence.made(0, millis(5));
    cadence.stored(millis(10));
    assertThat(cadence.due(millis(1499))).isFalse();
    assertThat(cadence.due(millis(1500))).isTrue();
  }

  @Test
  void storageThatHadToWaitCountsForALittleOnly() {
    cadence.made(0, 0);
    cadence.stored(millis(60_000));
    assertThat(cadence.due(millis(2000))).isTrue();
  }

  @Test
  void theLongestIntervalIsKept() {
    cadence.made(0, millis(5000));
    cadence.stored(millis(5000));
    assertThat(cadence.due(settings.maxInterval())).isTrue();
  }

  private static long millis(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }
}
