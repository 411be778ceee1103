package io.leverage.demo.tsp.cli;

import io.leverage.peer.cli.Command;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The command {@code leverage experiment}: the evaluation of the paper, repeated. */
public final class ExperimentCommand implements Command {
  private static final Set<String> VALUED =
      Set.of("--machines", "--sizes", "--repetitions", "--out", "--folder");
  private static final Set<String> FLAGS = Set.of("--quick", "--help", "-h");
  private static final String USAGE =
      """
      usage: leverage experiment speedup [options]
             leverage experiment farm

      speedup  repeats Figure 4 of the paper: a genetic algorithm on heterogeneous machines, which
               are emulated by quotas of processor time where Linux's control groups may be used.
               It prints speed-ups and efficiencies, and writes speedup.csv and speedup.svg.

        --machines K,...     setups; 2,3,4,8 unless given
        --sizes N,...        generations for each machine; 5000,20000,80000 unless given
        --repetitions N      5 unless given
        --quick              one repetition of two small sizes, for 2 and 4 machines
        --out DIR            where the results go; experiment-output unless given
        --folder DIR         where the peers' logs and data go; a temporary folder unless given

      farm     measures small tasks per second beside Hazelcast and Apache Ignite. Since these are no
               part of Leverage, it runs from a clone: benchmarks/run --farm

      Other programs should rest meanwhile. The whole takes some hours; --quick some minutes.
      """;

  private static final String FARM =
      "This experiment compares Leverage with Hazelcast and Apache Ignite, which are no part of it."
          + " In a clone of its repository, with Maven: benchmarks/run --farm";

  /** Creates the command. */
  public ExperimentCommand() {}

  @Override
  public String name() {
    return "experiment";
  }

  @Override
  public String summary() {
    return "repeats the paper's evaluation: speed-up on heterogeneous machines";
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    try {
      if (arguments.isEmpty() || arguments.get(0).startsWith("-")) {
        out.print(USAGE);
        return arguments.isEmpty() ? 2 : 0;
      }
      if (arguments.get(0).equals("farm")) {
        out.println(FARM);
        return 0;
      }
      if (!arguments.get(0).equals("speedup")) {
        throw new UsageException("there is no experiment '" + arguments.get(0) + "' here");
      }
      Arguments given =
          Arguments.parse(
              arguments.subList(1, arguments.size()).toArray(String[]::new), VALUED, FLAGS);
      if (given.has("--help") || given.has("-h")) {
        out.print(USAGE);
        return 0;
      }
      boolean quick = given.has("--quick");
      String folder = given.text("--folder");
      new SpeedupRun(
              out,
              setups(given.text("--machines", quick ? "2,4" : "2,3,4,8")),
              numbers(given.text("--sizes", quick ? "1000,4000" : "5000,20000,80000")),
              given.number("--repetitions", quick ? 1 : 5, 1, 1000),
              Path.of(given.text("--out", "experiment-output")),
              DemoRun.jar())
          .run(
              folder == null
                  ? Files.createTempDirectory("leverage-experiment-")
                  : Files.createDirectories(Path.of(folder)));
      return 0;
    } catch (UsageException e) {
      err.println("experiment: " + e.getMessage() + "; see 'leverage experiment --help'");
      return 2;
    } catch (DemoException e) {
      err.println("experiment: " + e.getMessage());
      return 1;
    } catch (IOException e) {
      err.println("experiment: " + e);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      err.println("experiment: interrupted");
      return 1;
    }
  }

  private static List<Long> numbers(String text) throws UsageException {
    try {
      return Stream.of(text.split(",")).map(Long::parseLong).toList();
    } catch (NumberFormatException e) {
      throw new UsageException("'" + text + "' are no numbers");
    }
  }

  private static List<Integer> setups(String text) throws UsageException {
    List<Integer> setups = numbers(text).stream().map(Long::intValue).toList();
    if (!SpeedupRun.SETUPS.keySet().containsAll(setups)) {
      throw new UsageException("there are setups of 2, 3, 4 and 8 machines, not of " + text);
    }
    return setups;
  }
}
