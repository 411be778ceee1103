package io.leverage.faults.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short campaign of a fixed seed: the long one is {@code mvn -Pfaults verify}. */
class FaultsSystemTest {
  private static final int FAULTS = 10;

  @TempDir private Path folder;

  @Test
  void nothingIsLostAndNothingHappensTwice() {
    List<String> printed = new CopyOnWriteArrayList<>();
    Campaign.Settings settings =
        new Campaign.Settings(
            7,
            FAULTS,
            1,
            4,
            Duration.ofMillis(600),
            Set.of(
                "KILL",
                "KILL_COORDINATOR",
                "KILL_DEPLOYER",
                "KILL_TWO",
                "CRASH",
                "CRASH_IN_RECOVERY",
                "LEAVE",
                "CUT"),
            folder,
            false);
    Tally tally = new Campaign(settings, printed::add).run();
    assertThat(tally.violations()).as(String.join("\n", printed)).isZero();
    assertThat(tally.injected()).isGreaterThanOrEqualTo(FAULTS);
  }
}
