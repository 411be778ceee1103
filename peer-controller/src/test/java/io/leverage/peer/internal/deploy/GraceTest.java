package io.leverage.peer.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class GraceTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // the clock may wrap around
  private final Grace grace = new Grace(Duration.ofNanos(10), now::get);

  @Test
  void isOverOnce() {
    assertThat(grace.begin("a")).isTrue();
    now.addAndGet(4);
    assertThat(grace.left("a")).isEqualTo(6);
    now.addAndGet(6);
    assertThat(grace.left("a")).isZero();
    assertThat(grace.begin("a")).as("it is not running any more").isTrue();
  }

  @Test
  void beginsAgainWhenItIsAskedFor() {
    assertThat(grace.begin("a")).isTrue();
    now.addAndGet(4);
    assertThat(grace.begin("a")).isFalse();
    assertThat(grace.left("a")).isEqualTo(10);
  }

  /** A client whose peer froze was still looking for another one, and its computer was closed. */
  @Test
  void beginsAgainWhenTheMeshChanges() {
    assertThat(grace.begin("a")).isTrue();
    now.addAndGet(9);
    grace.beginAgain();
    assertThat(grace.left("a")).isEqualTo(10);
    assertThat(grace.left("b")).as("it has none").isZero();
  }
}
