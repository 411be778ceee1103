package io.leverage.demo.tsp.cli;

import io.leverage.peer.cli.Command;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The command {@code leverage demo}: starts peers as processes, runs the program on them, kills
 * some of them meanwhile, and tells what happened.
 */
public final class DemoCommand implements Command {
  private static final Set<String> VALUED =
      Set.of("--peers", "--kill", "--instance", "--islands", "--generations", "--seed", "--svg");
  private static final Set<String> FLAGS = Set.of("--keep", "--help", "-h");
  private static final String USAGE =
      """
      usage: leverage demo [options]

      Starts three peers as real processes, evolves tours of a travelling salesman on them, kills
      one of them half-way, and shows that nothing is lost and nothing happens twice.

        --instance I     berlin52 (default), random:N:SEED, or a TSPLIB file with EUC_2D distances
        --islands K      how many islands, each a virtual thread; 4 unless given
        --generations G  how many generations each island evolves; about half a minute's unless given
        --seed S         from which the random numbers start; 1 unless given
        --peers P        how many peers; 3 unless given
        --kill N         how many of them to kill, at even distances; 1 unless given
        --svg FILE       where to draw the tour; demo-output/INSTANCE.svg unless given
        --keep           keep the folder with the peers' logs

      The last line is for machines:
      demo: tour=LENGTH gap=PERCENT killed=N resumed=N lost=N doubled=N
      """;

  /** Creates the command. */
  public DemoCommand() {}

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String summary() {
    return "three peers solve a travelling salesman; one is killed half-way";
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    return run(arguments.toArray(String[]::new), out, err);
  }

  /**
   * Runs the command.
   *
   * @param args see {@code --help}
   * @param out where to tell what happens
   * @param err where to say what is wrong
   * @return 0; 1 if the demo failed, its kills hit nothing, or an effect was lost or doubled; 2 for
   *     wrong arguments
   */
  static int run(String[] args, PrintStream out, PrintStream err) {
    try {
      Arguments arguments = Arguments.parse(args, VALUED, FLAGS);
      if (arguments.has("--help") || arguments.has("-h")) {
        out.print(USAGE);
        return 0;
      }
      DemoRun run = DemoRun.of(arguments, out);
      Path folder = Files.createTempDirectory("leverage-demo-");
      boolean good = false;
      try {
        good = run.run(folder);
        return good ? 0 : 1;
      } finally {
        if (good && !arguments.has("--keep")) {
          delete(folder);
        } else {
          err.println("demo: the peers' logs are in " + folder);
        }
      }
    } catch (UsageException e) {
      err.println("demo: " + e.getMessage() + "; see 'leverage demo --help'");
      return 2;
    } catch (DemoException | IOException e) {
      err.println("demo: " + (e instanceof DemoException ? e.getMessage() : e.toString()));
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      err.println("demo: interrupted");
      return 1;
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }
}
