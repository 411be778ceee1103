package io.leverage.demo.tsp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.cli.Leverage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void helpExplainsEachOption() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("usage: leverage demo")
        .contains(
            "--instance", "--islands", "--generations", "--seed", "--peers", "--kill", "--svg")
        .contains("demo: tour=LENGTH gap=PERCENT killed=N resumed=N lost=N doubled=N");
  }

  @Test
  void theCommandLineLeverageListsTheDemo() {
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);

    assertThat(Leverage.run(List.of("--help"), to, to)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("demo ", "travelling salesman");
    assertThat(Leverage.run(List.of("demo", "--peers", "0"), to, to)).isEqualTo(2);
  }

  @Test
  void wrongArgumentsAreUsageErrorsThatNameTheArgument() {
    assertUsageError("unknown argument '--colour'", "--colour");
    assertUsageError("'--kill' needs a value", "--kill");
    assertUsageError("'--kill x': expected an integer", "--kill", "x");
    assertUsageError("'--kill 3': of 3 peers at most 2 can be killed", "--kill=3");
    assertUsageError("'--islands 0': expected 1 to 1000", "--islands", "0");
    assertUsageError("'--seed' is given twice", "--seed", "1", "--seed", "2");
    assertUsageError("no instance 'nowhere.tsp'", "--instance", "nowhere.tsp");
    assertUsageError("random:N:SEED", "--instance", "random:1:1");
  }

  @Test
  void anErrorInTheInstanceNamesItsLine(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("bad.tsp"), "NAME : bad\nNODE_COORD_SECTION\n");

    assertThat(run("--instance", file.toString())).isEqualTo(1);
    assertThat(errors()).contains("bad.tsp:2: DIMENSION is missing");
  }

  private void assertUsageError(String message, String... args) {
    err.reset();
    assertThat(run(args)).as(errors()).isEqualTo(2);
    assertThat(errors()).contains(message).contains("leverage demo --help");
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private int run(String... args) {
    return DemoCommand.run(
        args,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
