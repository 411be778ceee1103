package io.leverage.demo.tsp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void helpTellsWhatItTakes() {
    assertThat(run("--help")).isZero();
    assertThat(run("speedup", "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--quick", "--repetitions");
  }

  @Test
  void whatNeedsOtherSystemsSaysHowItIsRun() {
    assertThat(run("farm")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("benchmarks/run --farm");
  }

  @Test
  void wrongCallsAreRefused() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("sleep")).isEqualTo(2);
    assertThat(run("speedup", "--machines", "5")).isEqualTo(2);
    assertThat(run("speedup", "--sizes", "many")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("no experiment 'sleep'", "not of 5", "'many' are no numbers");
  }

  @Test
  void everySetupCanBeBorneByTwoProcessors() {
    SpeedupRun.SETUPS.forEach(
        (machines, percents) -> {
          assertThat(percents).hasSize(machines);
          assertThat(percents.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(170);
        });
  }

  private int run(String... arguments) {
    return new ExperimentCommand()
        .run(
            List.of(arguments),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
