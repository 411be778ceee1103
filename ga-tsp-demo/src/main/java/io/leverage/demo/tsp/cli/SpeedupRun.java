package io.leverage.demo.tsp.cli;

import io.leverage.demo.tsp.experiment.Figure;
import io.leverage.demo.tsp.experiment.Measurement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The evaluation: for each setup, each problem and each repetition, the machines' own rates, and
 * then that of all together.
 *
 * <p>The machines of a setup are measured at the same time, each with its part of the problem: so
 * their emulation disturbs the reference as much as the run that it is compared with.
 */
final class SpeedupRun {
  /** Percent of one processor that the machines of each setup have; two processors bear them. */
  static final Map<Integer, List<Integer>> SETUPS =
      Map.of(
          2, List.of(60, 45),
          3, List.of(60, 45, 35),
          4, List.of(60, 45, 35, 30),
          8, List.of(34, 29, 25, 20, 18, 15, 15, 14));

  /** The program that starts the islands and waits for them has a machine of its own. */
  private static final int CLIENT = 60;

  /** Islands for each machine: one computes while the other waits for a global variable. */
  private static final int ISLANDS = Integer.getInteger("leverage.experiment.islands", 2);

  private static final long WARM_UP = Long.getLong("leverage.experiment.warmUp", 20_000);
  private static final Pattern REFERENCE = Pattern.compile("reference ([0-9.E-]+) s.*");
  private static final Pattern SPEEDUP = Pattern.compile("speedup ([0-9.E-]+) s.*");

  private final PrintStream out;
  private final List<Integer> setups;
  private final List<Long> sizes;
  private final int repetitions;
  private final Path results;
  private final Path jar;
  private final List<Measurement> measured = new ArrayList<>();

  /**
   * Creates the evaluation.
   *
   * @param sizes generations for each machine of a setup
   */
  SpeedupRun(
      PrintStream out,
      List<Integer> setups,
      List<Long> sizes,
      int repetitions,
      Path results,
      Path jar) {
    this.out = out;
    this.setups = setups;
    this.sizes = sizes;
    this.repetitions = repetitions;
    this.results = results;
    this.jar = jar;
  }

  void run(Path folder) throws IOException, InterruptedException, DemoException {
    Files.createDirectories(results);
    for (int setup : setups) {
      Path own = Files.createDirectories(folder.resolve("setup-" + setup));
      try (Machines machines = Machines.open();
          LeverageProcess leverage = new LeverageProcess(own)) {
        run(setup, machines, leverage);
      }
    }
    Figure figure = new Figure(measured);
    out.println();
    out.print(figure.table());
    Files.writeString(results.resolve("speedup.svg"), figure.svg());
    out.println(
        "written: " + results.resolve("speedup.csv") + ", " + results.resolve("speedup.svg"));
  }

  private void run(int setup, Machines machines, LeverageProcess leverage)
      throws IOException, InterruptedException, DemoException {
    List<Integer> percents = Objects.requireNonNull(SETUPS.get(setup), "setups are checked");
    List<List<String>> prefixes = new ArrayList<>();
    for (int i = 0; i < setup; i++) {
      prefixes.add(machines.make("machine-%d-%d".formatted(setup, i), percents.get(i)));
    }
    List<String> client = machines.make("client-" + setup, CLIENT);
    if (!machines.areThrottled()) {
      out.println("no processor quotas here: all machines are as fast as this one");
    }
    DemoMesh mesh = DemoMesh.start(leverage, ISLANDS, prefixes);
    out.printf("%d machines of %s %% of a processor%n", setup, percents);
    warmUp(setup, mesh, client, leverage);
    for (long size : sizes) {
      for (int repetition = 0; repetition < repetitions; repetition++) {
        List<Double> rates = references(percents, prefixes, size * setup, leverage);
        double rate = speedup(size * setup, setup, mesh, client, leverage);
        Measurement m = new Measurement(setup, size * setup, rates, rate);
        measured.add(m);
        out.printf(
            "machines=%d size=%d speedup=%.3f maximum=%.3f efficiency=%.1f %%%n",
            setup, size * setup, m.speedup(), m.maximumSpeedup(), 100 * m.efficiency());
        Files.writeString(results.resolve("speedup.csv"), new Figure(measured).csv());
      }
    }
  }

  /**
   * Peers run for long: what they are asked for first, with all their code cold, is not counted.
   */
  private void warmUp(int machines, DemoMesh mesh, List<String> client, LeverageProcess leverage)
      throws IOException, InterruptedException, DemoException {
    out.println("  warming up");
    speedup(WARM_UP * machines, machines, mesh, client, leverage);
  }

  /** Measures all machines at once, each alone with its part of the problem. */
  private List<Double> references(
      List<Integer> percents, List<List<String>> prefixes, long size, LeverageProcess leverage)
      throws IOException, InterruptedException, DemoException {
    int sum = percents.stream().mapToInt(Integer::intValue).sum();
    List<Process> running = new ArrayList<>();
    List<Long> parts = new ArrayList<>();
    for (int i = 0; i < prefixes.size(); i++) {
      long part = Math.max(1, size * percents.get(i) / sum);
      parts.add(part);
      List<String> arguments = List.of(Long.toString(part));
      running.add(leverage.startJava(prefixes.get(i), ReferenceProgram.class.getName(), arguments));
    }
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < running.size(); i++) {
      rates.add(parts.get(i) / seconds(running.get(i), REFERENCE));
    }
    return rates;
  }

  private double speedup(
      long size, int machines, DemoMesh mesh, List<String> client, LeverageProcess leverage)
      throws IOException, InterruptedException, DemoException {
    List<String> command =
        List.of(
            "run",
            "--peer",
            mesh.first(),
            "--main",
            SpeedupProgram.class.getName(),
            jar.toString(),
            Long.toString(size),
            Integer.toString(machines),
            Integer.toString(ISLANDS * machines));
    return size / seconds(leverage.startPiped(client, command), SPEEDUP);
  }

  private double seconds(Process process, Pattern pattern)
      throws IOException, InterruptedException, DemoException {
    double seconds = -1;
    StringBuilder all = new StringBuilder();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        all.append(line).append('\n');
        Matcher matcher = pattern.matcher(line);
        if (matcher.matches()) {
          seconds = Double.parseDouble(matcher.group(1));
          out.println("  " + line);
        }
      }
    }
    if (process.waitFor() != 0 || seconds < 0) {
      throw new DemoException("a run failed:%n%s".formatted(all));
    }
    return seconds;
  }
}
