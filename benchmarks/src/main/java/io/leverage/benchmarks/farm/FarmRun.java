package io.leverage.benchmarks.farm;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures how many small tasks each system runs per second. All are up at the same time; they take
 * turns, so that each has the machine for itself and all have what else it does.
 */
public final class FarmRun {
  private static final double NANOS_OF_A_SECOND = 1e9;

  /**
   * How long each system works before it is measured, in each pattern: compilers take their time.
   */
  private static final double WARM_UP_SECONDS = 60;

  private final Path work;
  private final String leverage;
  private final PrintStream out;
  private final int tasks;
  private final int rounds;
  private double leastRatio = Double.MAX_VALUE;
  private int wrong;

  /**
   * Creates a run.
   *
   * @param work where the programs are, and the logs go
   * @param leverage its command line
   * @param tasks in each round
   */
  public FarmRun(Path work, String leverage, int tasks, int rounds, PrintStream out) {
    this.work = work;
    this.leverage = leverage;
    this.tasks = tasks;
    this.rounds = rounds;
    this.out = out;
  }

  /** Runs it, and prints a table and a last line for machines. */
  public void run(List<Integer> windows) throws IOException {
    Path folder = Files.createDirectories(work.resolve("logs"));
    List<GridProcess> all = new ArrayList<>();
    try {
      Map<String, GridProcess> programs = new LinkedHashMap<>();
      for (Contender contender : new Contenders(work).all(leverage)) {
        out.println("starting " + contender.name());
        List<List<String>> members = contender.members();
        for (int i = 0; i < members.size(); i++) {
          all.add(0, ready(contender.name() + "-" + i, members.get(i), folder));
        }
        GridProcess program = ready(contender.name() + "-program", contender.program(), folder);
        all.add(0, program);
        programs.put(contender.name(), program);
      }
      out.printf(Locale.ROOT, "%n| pattern | system | tasks/s | worst..best | ratio | load |%n");
      out.println("|---|---|---:|---:|---:|---:|");
      for (int window : windows) {
        measure(window, programs);
      }
      out.printf(
          Locale.ROOT,
          "farm: tasks=%d rounds=%d wrong=%d ratio=%.2f%n",
          tasks,
          rounds,
          wrong,
          leastRatio);
    } finally {
      all.forEach(GridProcess::close);
    }
  }

  private static GridProcess ready(String name, List<String> command, Path folder)
      throws IOException {
    GridProcess process = new GridProcess(name, command, folder);
    try {
      process.awaitReady();
    } catch (IOException e) {
      process.close();
      throw e;
    }
    return process;
  }

  private void measure(int window, Map<String, GridProcess> programs) throws IOException {
    double warm = 0;
    while (warm < WARM_UP_SECONDS) {
      double shortest = Double.MAX_VALUE;
      for (GridProcess program : programs.values()) {
        shortest = Math.min(shortest, seconds(program, window));
      }
      warm += shortest;
    }
    Map<String, List<Double>> rates = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, GridProcess> program : programs.entrySet()) {
        rates
            .computeIfAbsent(program.getKey(), name -> new ArrayList<>())
            .add(tasks / seconds(program.getValue(), window));
      }
    }
    print(window, rates);
  }

  private double seconds(GridProcess program, int window) throws IOException {
    String[] answer = program.ask(tasks + " " + window);
    wrong += Integer.parseInt(answer[3]);
    return Long.parseLong(answer[1]) / NANOS_OF_A_SECOND;
  }

  private void print(int window, Map<String, List<Double>> rates) {
    rates.values().forEach(measured -> measured.sort(null));
    List<String> names = List.copyOf(rates.keySet());
    String own = names.get(0);
    double best =
        names.stream()
            .filter(name -> !name.equals(own))
            .mapToDouble(name -> median(rates.get(name)))
            .max()
            .orElseThrow();
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    for (String name : names) {
      List<Double> measured = rates.get(name);
      out.printf(
          Locale.ROOT,
          "| %s | %s | %,.0f | %,.0f..%,.0f | %.2f | %.1f |%n",
          window == 0 ? "invokeAll" : window + " on their way",
          name,
          median(measured),
          measured.get(0),
          measured.get(measured.size() - 1),
          median(measured) / best,
          load);
    }
    leastRatio = Math.min(leastRatio, median(rates.get(own)) / best);
  }

  private static double median(List<Double> sorted) {
    return sorted.get(sorted.size() / 2);
  }
}
