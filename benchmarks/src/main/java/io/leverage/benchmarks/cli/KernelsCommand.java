package io.leverage.benchmarks.cli;

import io.leverage.benchmarks.kernel.Compilation;
import io.leverage.benchmarks.kernel.Kernels;
import io.leverage.benchmarks.kernel.Plot;
import io.leverage.benchmarks.kernel.Ratio;
import io.leverage.benchmarks.kernel.Results;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures the kernels, prints a table, and writes it and a plot. */
public final class KernelsCommand {
  private static final int FORKS = 3;
  private static final int MILLIS = 1000;
  private static final int QUICK_MILLIS = 400;

  private final Path builds;
  private final int forks;
  private final int millis;
  private final List<String> kernels;

  private KernelsCommand(Path builds, int forks, int millis, List<String> kernels) {
    this.builds = builds;
    this.forks = forks;
    this.millis = millis;
    this.kernels = kernels;
  }

  /** Arguments: the folder of the builds; {@code --quick}; {@code --forks N}; kernels. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int forks = FORKS;
    int millis = MILLIS;
    List<String> kernels = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      switch (args[i]) {
        case "--quick" -> {
          forks = 1;
          millis = QUICK_MILLIS;
        }
        case "--forks" -> forks = Integer.parseInt(args[++i]);
        default -> kernels.add(args[i]);
      }
    }
    if (!Kernels.ALL.containsAll(kernels)) {
      System.err.println("benchmarks/run: the kernels are " + String.join(", ", Kernels.ALL));
      System.exit(2);
    }
    new KernelsCommand(Path.of(args[0]), forks, millis, kernels.isEmpty() ? Kernels.ALL : kernels)
        .run();
  }

  private void run() throws IOException, InterruptedException {
    double load = load();
    Results results = new Results();
    for (int fork = 0; fork < forks; fork++) {
      for (String kernel : kernels) {
        List<Compilation> compilations = built(kernel);
        List<List<Long>> rounds = measure(kernel, compilations, fork);
        results.add(kernel, compilations, rounds);
        System.err.printf(
            Locale.ROOT,
            "fork %d of %d: %s, %d rounds, load %.1f%n",
            fork + 1,
            forks,
            kernel,
            rounds.size(),
            load());
      }
    }
    String header =
        String.format(
            Locale.ROOT,
            "JDK %s, %d processors, load average %.1f to %.1f; %d forks of %d ms per"
                + " compilation%n%n",
            Runtime.version(),
            Runtime.getRuntime().availableProcessors(),
            load,
            load(),
            forks,
            millis);
    int jvm = Runtime.version().feature();
    String table = header + results.table();
    Path folder = Files.createDirectories(builds.resolve("results"));
    Files.writeString(folder.resolve("kernels-" + jvm + ".md"), table);
    Files.writeString(folder.resolve("kernels-" + jvm + ".svg"), Plot.of(results, jvm));
    System.out.println(table);
    System.out.println(machineLine(results, jvm));
  }

  private static String machineLine(Results results, int jvm) {
    List<Ratio> transformed = results.ratios(Compilation.TRANSFORMED);
    List<Ratio> thawed = results.ratios(Compilation.THAWED);
    StringBuilder rivals = new StringBuilder();
    for (Compilation each : results.compilations()) {
      if (each.compareTo(Compilation.THAWED) > 0) {
        String name = each.name().toLowerCase(Locale.ROOT);
        rivals.append(
            String.format(Locale.ROOT, " %s-mean=%.3f", name, Ratio.mean(results.ratios(each))));
      }
    }
    return String.format(
        Locale.ROOT,
        "kernels: jvm=%d mean=%.3f worst=%.3f thawed-mean=%.3f thawed-worst=%.3f%s",
        jvm,
        Ratio.mean(transformed),
        Ratio.worst(transformed),
        Ratio.mean(thawed),
        Ratio.worst(thawed),
        rivals);
  }

  private List<Compilation> built(String kernel) {
    return List.of(Compilation.values()).stream()
        .filter(each -> each.isBuilt(builds, kernel))
        .toList();
  }

  private List<List<Long>> measure(String kernel, List<Compilation> compilations, int fork)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms512m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                KernelFork.class.getName(),
                builds.toString(),
                kernel,
                Integer.toString(millis),
                Integer.toString(fork)));
    compilations.forEach(each -> command.add(each.name()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<List<Long>> rounds = new ArrayList<>();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith("round ")) {
          rounds.add(List.of(line.substring(6).split(" ")).stream().map(Long::valueOf).toList());
        }
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(kernel + " failed");
    }
    return rounds;
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
