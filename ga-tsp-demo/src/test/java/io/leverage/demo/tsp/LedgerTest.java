package io.leverage.demo.tsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Archipelago archipelago = new Archipelago(2, 30, 10, 1);
  private final Ledger ledger = new Ledger(archipelago);

  @Test
  void aRunInWhichAllCameOnceHasLostAndDoubledNothing() throws Exception {
    enterAll();

    assertThat(ledger.awaitReports(Duration.ofSeconds(60))).isTrue();
    assertThat(ledger.percent()).isEqualTo(100);
    assertThat(ledger.close(6)).isEqualTo(new Effects(8, 6, 6, 0, 0));
  }

  @Test
  void aReportThatCameTwiceIsDoubled() {
    enterAll();
    ledger.enter(report(1, 2));

    assertThat(ledger.close(6)).isEqualTo(new Effects(8, 6, 6, 0, 1));
  }

  @Test
  void aReportThatNeverCameIsLost() throws Exception {
    ledger.enter(report(0, 0));

    assertThat(ledger.awaitReports(Duration.ofMillis(1))).isFalse();
    assertThat(ledger.close(6).lost()).isEqualTo(7);
  }

  @Test
  void aCounterThatIsOffShowsUpdatesLostOrDoubled() {
    enterAll();

    assertThat(ledger.close(4)).isEqualTo(new Effects(8, 6, 4, 2, 0));
    assertThat(ledger.close(9)).isEqualTo(new Effects(8, 6, 9, 0, 3));
  }

  @Test
  void migrantsAreCountedByTheirNumbers() {
    Immigration immigration = new Immigration();
    for (int number : new int[] {0, 1, 1, 4}) {
      immigration.arrived(new Migrant(number, Tour.LONGEST));
    }
    immigration.ended(6);

    assertThat(immigration.arrivals()).isEqualTo(3);
    assertThat(immigration.lost()).isEqualTo(3);
    assertThat(immigration.doubled()).isEqualTo(1);
  }

  private void enterAll() {
    for (int number = 0; number <= archipelago.rounds(); number++) {
      ledger.enter(report(0, number));
      ledger.enter(report(1, number));
    }
  }

  private Progress report(int island, int number) {
    int round = Math.min(number + 1, archipelago.rounds());
    return new Progress(island, number, round * archipelago.interval(), 100, round, 0, 0);
  }
}
