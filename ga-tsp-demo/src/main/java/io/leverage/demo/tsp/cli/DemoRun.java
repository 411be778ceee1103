package io.leverage.demo.tsp.cli;

import io.leverage.demo.tsp.Cities;
import io.leverage.demo.tsp.Instances;
import io.leverage.demo.tsp.TsplibException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of the demo. */
final class DemoRun {
  private static final Pattern PROGRESS = Pattern.compile("progress +(\\d+) %.*");
  private static final Pattern RESULT =
      Pattern.compile("result: (tour=\\d+ gap=\\S+) (lost=(\\d+) doubled=(\\d+))");
  private static final int SILENCE_SECONDS = 240;
  private static final List<String> PASSED_ON = List.of("--generations", "--seed");

  private final PrintStream out;
  private final int peers;
  private final int kills;
  private final List<String> program;

  private DemoRun(PrintStream out, int peers, int kills, List<String> program) {
    this.out = out;
    this.peers = peers;
    this.kills = kills;
    this.program = program;
  }

  /** Checks everything that can be checked before processes start. */
  static DemoRun of(Arguments arguments, PrintStream out) throws UsageException, DemoException {
    int peers = arguments.number("--peers", 3, 1, 20);
    int kills = arguments.number("--kill", peers == 1 ? 0 : 1, 0, 19);
    if (kills > peers - 1) {
      throw new UsageException(
          "'--kill %d': of %d peers at most %d can be killed".formatted(kills, peers, peers - 1));
    }
    String instance = arguments.text("--instance", "berlin52");
    Cities cities;
    try {
      cities = Instances.find(instance);
    } catch (TsplibException e) {
      throw new DemoException(String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
    Path svg = Path.of(arguments.text("--svg", "demo-output/" + cities.name() + ".svg"));
    int islands = arguments.number("--islands", 4, 1, 1000);
    List<String> numbers = new ArrayList<>(List.of("--islands", Integer.toString(islands)));
    for (String name : PASSED_ON) {
      if (arguments.text(name) != null) {
        numbers.add(name);
        numbers.add(Integer.toString(arguments.number(name, 1, 1, Integer.MAX_VALUE)));
      }
    }
    List<String> program = new ArrayList<>();
    program.addAll(List.of(jar().toString(), "--instance", instance));
    program.addAll(List.of("--svg", svg.toAbsolutePath().toString()));
    program.addAll(List.of("--workers", Integer.toString(peers)));
    program.addAll(numbers);
    return new DemoRun(out, peers, kills, program);
  }

  /** The jar that this class is in: the program's. */
  static Path jar() throws DemoException {
    try {
      Path place =
          Path.of(DemoRun.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isRegularFile(place)) {
        return place;
      }
      throw new DemoException(place + " is not a jar: start the demo with ./leverage demo");
    } catch (URISyntaxException e) {
      throw new DemoException("the demo's jar has an unreadable path: " + e.getMessage());
    }
  }

  /**
   * Runs the demo.
   *
   * @param folder for the peers' data and logs
   * @return true if the kills hit islands, and no effect was lost or doubled
   */
  boolean run(Path folder) throws IOException, InterruptedException, DemoException {
    long start = System.nanoTime();
    try (LeverageProcess leverage = new LeverageProcess(folder)) {
      out.printf("starting %d peers%n", peers);
      DemoMesh mesh = DemoMesh.start(leverage, peers);
      out.printf("peers %s form a mesh%n", String.join(", ", mesh.names()));
      Assassin assassin = new Assassin(mesh, out);
      List<String> command = new ArrayList<>(List.of("run", "--peer", mesh.first()));
      command.addAll(program);
      Process process = leverage.startPiped(command);
      Matcher result = follow(ProgramOutput.of(process), assassin);
      boolean showed = showed(assassin);
      out.printf("the demo took %d s%n", (System.nanoTime() - start) / 1_000_000_000);
      out.printf(
          "demo: %s killed=%d resumed=%d %s%n",
          result.group(1), assassin.killed(), assassin.resumed(), result.group(2));
      out.flush();
      return showed && Integer.parseInt(result.group(3)) + Integer.parseInt(result.group(4)) == 0;
    }
  }

  /**
   * Tells whether all kills came in time and hit islands: without that a good end shows nothing.
   */
  private boolean showed(Assassin assassin) {
    if (assassin.killed() < kills) {
      out.println("the program ended before the kill: give it more --generations");
      return false;
    }
    if (kills > 0 && assassin.resumed() == 0) {
      out.println("no island ran on the killed peers, so nothing was shown: run the demo again");
      return false;
    }
    return true;
  }

  /** Shows the program's lines, and kills peers when its progress says so. */
  private Matcher follow(ProgramOutput output, Assassin assassin)
      throws InterruptedException, DemoException {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    List<Future<Void>> strikes = new ArrayList<>();
    Matcher result = null;
    try {
      Optional<String> next = output.next(SILENCE_SECONDS);
      while (next.isPresent()) {
        String line = next.get();
        Matcher match = RESULT.matcher(line);
        if (match.matches()) {
          result = match;
        } else {
          out.println(line);
          out.flush();
        }
        if (strikes.size() < kills && isTimeToKill(line, strikes.size())) {
          strikes.add(executor.submit(assassin::strike));
        }
        next = output.next(SILENCE_SECONDS);
      }
      for (Future<Void> strike : strikes) {
        strike.get();
      }
    } catch (ExecutionException e) {
      throw new DemoException("the kill went wrong: " + e.getCause());
    } finally {
      executor.shutdownNow();
    }
    if (result == null) {
      throw new DemoException("the program has ended without a result");
    }
    return result;
  }

  private boolean isTimeToKill(String line, int killed) {
    Matcher progress = PROGRESS.matcher(line);
    return progress.matches()
        && Integer.parseInt(progress.group(1)) >= 100 * (killed + 1) / (kills + 1);
  }
}
