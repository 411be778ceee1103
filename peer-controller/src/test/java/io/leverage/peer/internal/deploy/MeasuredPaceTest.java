package io.leverage.peer.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasuredPaceTest {
  private final MeasuredPace pace = new MeasuredPace();

  @Test
  void itIsUnknownUntilItIsMeasured() {
    assertThat(pace.speed()).isZero();
    pace.measure();
    assertThat(pace.speed()).isPositive();
    assertThat(pace.saturated()).isFalse();
  }

  @Test
  void whatRunningThreadsGetIsFollowed() {
    pace.measure();
    for (int i = 0; i < 50; i++) {
      pace.observed(1, 1);
    }
    double free = pace.speed();
    assertThat(pace.saturated()).isFalse();
    for (int i = 0; i < 50; i++) {
      pace.observed(0.25, 1);
    }
    assertThat(pace.speed() / free).isBetween(0.24, 0.27);
    assertThat(pace.saturated()).isTrue();
    pace.observed(-1, 0); // nobody wanted any
    assertThat(pace.speed() / free).isBetween(0.24, 0.27);
    assertThat(pace.saturated()).isFalse();
  }
}
