package io.leverage.demo.tsp.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PoolTest {
  @Test
  void allIsGivenOnceAndIslandsOfDifferentSpeedsEndTogether() {
    double[] speeds = {100, 30, 10};
    double[] clocks = new double[3];
    double[] rates = new double[3];
    boolean[] over = new boolean[3];
    Pool pool = Pool.of(100_000, 3, 10);
    long given = 0;
    int requests = 0;
    while (!(over[0] && over[1] && over[2])) {
      int next = -1;
      for (int i = 0; i < 3; i++) {
        if (!over[i] && (next < 0 || clocks[i] < clocks[next])) {
          next = i;
        }
      }
      pool = pool.take(next, rates[next]);
      long share = pool.granted(next);
      given += share;
      clocks[next] += share / speeds[next];
      rates[next] = speeds[next];
      over[next] = share == 0;
      requests++;
    }
    assertThat(given).isEqualTo(100_000);
    assertThat(requests).isLessThan(150);
    double ideal = 100_000 / 140.0;
    for (double end : clocks) {
      assertThat(end).isBetween(ideal - 5, ideal + 5);
    }
  }

  @Test
  void anIslandThatDoesNotKnowItsRateGetsLittle() {
    assertThat(Pool.of(1000, 2, 10).take(0, 0).granted(0)).isEqualTo(10);
    assertThat(Pool.of(1000, 2, 10).take(0, 0).take(1, 5).granted(1)).isEqualTo(247);
    assertThat(Pool.of(4, 2, 10).take(0, 0).granted(0)).isEqualTo(4);
  }
}
