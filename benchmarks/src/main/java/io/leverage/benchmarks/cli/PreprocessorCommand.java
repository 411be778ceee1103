package io.leverage.benchmarks.cli;

import io.leverage.preprocessor.cli.PreprocessCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.OperatingSystemMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Measures the preprocessor on a large library: twice into the same folder. */
public final class PreprocessorCommand {
  private PreprocessorCommand() {}

  /** Arguments: the sources, an empty folder for the result, the class path. */
  public static void main(String[] args) throws IOException {
    Path sources = Path.of(args[0]);
    Path out = Path.of(args[1]);
    long lines = 0;
    for (Path file : files(sources)) {
      try (Stream<String> each = Files.lines(file, StandardCharsets.UTF_8)) {
        lines += each.count();
      }
    }
    System.out.printf(Locale.ROOT, "%,d files, %,d lines%n", files(sources).size(), lines);
    for (String run :
        List.of("first run", "second run, unchanged", "third run, one file changed")) {
      if (run.startsWith("third")) {
        Path file = files(sources).get(0);
        Files.writeString(file, Files.readString(file) + "// changed\n");
      }
      Map<Path, FileTime> before = times(out);
      long cpu = cpu();
      long start = System.nanoTime();
      int code =
          PreprocessCommand.run(
              new String[] {"--class-path", args[2], "-d", out.toString(), sources.toString()},
              System.out,
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
      double seconds = (System.nanoTime() - start) / 1e9;
      double cpuSeconds = (cpu() - cpu) / 1e9;
      Map<Path, FileTime> after = times(out);
      System.out.printf(
          Locale.ROOT,
          "%s: exit %d, %.1f s, %.1f s CPU, %,.0f lines/s of CPU, heap peak %,d MiB, "
              + "%d of %d files written%n",
          run,
          code,
          seconds,
          cpuSeconds,
          lines / cpuSeconds,
          peak() >> 20,
          after.entrySet().stream()
              .filter(e -> !e.getValue().equals(before.get(e.getKey())))
              .count(),
          after.size());
    }
  }

  // CPU time of the process: the garbage collector and the just-in-time compiler included.
  private static long cpu() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return system instanceof com.sun.management.OperatingSystemMXBean process
        ? process.getProcessCpuTime()
        : System.nanoTime();
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(each -> each.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static Map<Path, FileTime> times(Path folder) throws IOException {
    Map<Path, FileTime> times = new HashMap<>();
    if (Files.isDirectory(folder)) {
      for (Path file : files(folder)) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }
}
