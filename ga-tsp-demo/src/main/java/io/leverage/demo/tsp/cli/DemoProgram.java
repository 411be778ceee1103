package io.leverage.demo.tsp.cli;

import io.leverage.GlobalVariable;
import io.leverage.LeverageException;
import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import io.leverage.demo.tsp.Archipelago;
import io.leverage.demo.tsp.Cities;
import io.leverage.demo.tsp.Effects;
import io.leverage.demo.tsp.Gap;
import io.leverage.demo.tsp.Instances;
import io.leverage.demo.tsp.Island;
import io.leverage.demo.tsp.Ledger;
import io.leverage.demo.tsp.Shorter;
import io.leverage.demo.tsp.Tour;
import io.leverage.demo.tsp.TourPicture;
import io.leverage.demo.tsp.TsplibException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The program: it opens a virtual computer, starts an island on each of its virtual threads, shows
 * how they get on, and prints the shortest tour and the count of effects.
 *
 * <p>Run it with {@code leverage run}, or as it is: then the virtual computer is inside its JVM.
 */
public final class DemoProgram {
  private static final Set<String> VALUED =
      Set.of("--instance", "--islands", "--generations", "--workers", "--seed", "--svg");
  private static final int ROUNDS = 50;
  private static final int DEFAULT_CHILD_CITIES = 26_000_000;
  private static final int LARGE = 100;
  private static final Duration LAST_REPORTS = Duration.ofSeconds(60);

  private DemoProgram() {}

  /**
   * Runs the program.
   *
   * @param args {@code --instance FILE|berlin52|random:N:SEED}, {@code --islands K}, {@code
   *     --generations G}, {@code --workers W}, {@code --seed S}, {@code --svg FILE}
   * @throws InterruptedException if the main thread is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    int status = run(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  private static int run(String[] args) throws InterruptedException {
    try {
      Arguments arguments = Arguments.parse(args, VALUED, Set.of());
      Cities cities = Instances.find(arguments.text("--instance", "berlin52"));
      int generations =
          arguments.number(
              "--generations", defaultGenerations(cities.size()), 1, Integer.MAX_VALUE);
      Archipelago archipelago =
          new Archipelago(
              arguments.number("--islands", 4, 1, 1000),
              generations,
              Math.max(1, generations / ROUNDS),
              arguments.number("--seed", 1, 0, Integer.MAX_VALUE));
      int workers = arguments.number("--workers", 3, 1, 1000);
      Path picture = Path.of(arguments.text("--svg", cities.name() + ".svg"));
      evolve(cities, archipelago, workers, picture);
      return 0;
    } catch (UsageException | IllegalArgumentException e) {
      System.err.println("demo: " + e.getMessage());
      return 2;
    } catch (TsplibException e) {
      System.err.println(e.getMessage());
      return 1;
    } catch (LeverageException | IOException e) {
      System.err.println("demo: " + e);
      return 1;
    }
  }

  /** Chooses about a quarter of a minute's; in large instances, children are also improved. */
  private static int defaultGenerations(int cities) {
    return Math.max(ROUNDS, DEFAULT_CHILD_CITIES / cities / (cities < LARGE ? 1 : 3));
  }

  private static void evolve(Cities cities, Archipelago archipelago, int workers, Path picture)
      throws InterruptedException, IOException {
    Ledger ledger = new Ledger(archipelago);
    Scoreboard scoreboard = new Scoreboard(cities, archipelago, ledger, System.out);
    try (VirtualComputer computer = VirtualComputer.builder().workers(workers).open()) {
      System.out.printf(
          "virtual computer %s: %d islands evolve %s for %d generations%n",
          computer.id(), archipelago.islands(), cities, archipelago.generations());
      GlobalVariable<Tour> best = computer.global("best", Tour.LONGEST);
      GlobalVariable<Integer> interbreedings = computer.global("interbreedings", 0);
      List<VirtualThread<Tour>> islands = new ArrayList<>();
      for (int i = 0; i < archipelago.islands(); i++) {
        Island island = new Island(cities, archipelago, i, best, interbreedings);
        VirtualThread<Tour> thread = computer.start(archipelago.name(i), island);
        thread.onPartialResult(scoreboard::show);
        islands.add(thread);
      }
      Tour shortest = Tour.LONGEST;
      for (VirtualThread<Tour> island : islands) {
        shortest = new Shorter(island.result()).apply(shortest);
      }
      shortest = new Shorter(best.get()).apply(shortest);
      if (!ledger.awaitReports(LAST_REPORTS)) {
        System.out.println("some partial results have not come");
      }
      conclude(cities, shortest, ledger.close(interbreedings.get()), picture);
    }
  }

  private static void conclude(Cities cities, Tour shortest, Effects effects, Path picture)
      throws IOException {
    long length = cities.length(shortest.order());
    if (length != shortest.length()) {
      throw new IllegalStateException("%s measures %d".formatted(shortest, length));
    }
    Path parent = picture.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(picture, new TourPicture(cities).draw(shortest));
    String gap = Gap.percent(length, cities.optimum());
    System.out.printf(
        "effects: %d partial results, %d messages, %d updates counted: %d lost, %d doubled%n",
        effects.reports(),
        effects.migrants(),
        effects.updates(),
        effects.lost(),
        effects.doubled());
    System.out.printf("picture: %s%n", picture.toAbsolutePath());
    System.out.printf(
        "result: tour=%d gap=%s lost=%d doubled=%d%n",
        length, gap, effects.lost(), effects.doubled());
  }
}
