package io.leverage.benchmarks.cli;

import io.leverage.benchmarks.farm.FarmRun;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Measures small tasks per second, beside other grids. */
public final class FarmCommand {
  private FarmCommand() {}

  /**
   * Arguments: the folder of the programs, Leverage's command line, how many tasks, how many
   * rounds, how many tasks may be on their way (several, by commas; 0 for {@code invokeAll}).
   */
  public static void main(String[] args) throws Exception {
    List<Integer> windows = Stream.of(args[4].split(",")).map(Integer::valueOf).toList();
    new FarmRun(
            Path.of(args[0]),
            args[1],
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]),
            System.out)
        .run(windows);
  }
}
