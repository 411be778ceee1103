package io.leverage.peer.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff();

  @Test
  void eachRefusalIsRespectedForLonger() {
    assertThat(backoff.holds("a", 0)).isFalse();
    backoff.declined("a", 0);
    assertThat(backoff.holds("a", seconds(0.9))).isTrue();
    assertThat(backoff.holds("b", 0)).isFalse();
    assertThat(backoff.holds("a", seconds(1))).isFalse();
    backoff.declined("a", seconds(1));
    assertThat(backoff.holds("a", seconds(2.9))).isTrue();
    assertThat(backoff.holds("a", seconds(3))).isFalse();
    for (int i = 0; i < 100; i++) {
      backoff.declined("a", 0);
    }
    assertThat(backoff.holds("a", seconds(65))).isFalse();
  }

  @Test
  void whoAgreesOrGoesIsForgiven() {
    backoff.declined("a", 0);
    backoff.declined("b", 0);
    backoff.agreed("a");
    backoff.retain(peer -> !peer.equals("b"));
    assertThat(backoff.holds("a", 0)).isFalse();
    assertThat(backoff.holds("b", 0)).isFalse();
  }

  private static long seconds(double seconds) {
    return (long) (seconds * Duration.ofSeconds(1).toNanos());
  }
}
