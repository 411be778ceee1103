package io.leverage.faults.cli;

import io.leverage.faults.internal.LongRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Runs a mesh for long while its peers are killed: see {@code docs/faults.md}. */
public final class Soak {
  private Soak() {}

  /**
   * Runs it, and exits with 1 if anything was violated or grows.
   *
   * @param args the folder for its files, and {@code minutes=N}
   */
  public static void main(String[] args) throws IOException {
    Path folder =
        Files.createTempDirectory(
            Files.createDirectories(Path.of(args[0]).toAbsolutePath()), "soak-");
    int minutes = args.length > 1 ? Integer.parseInt(args[1].substring("minutes=".length())) : 60;
    LongRun.Outcome outcome =
        new LongRun(Duration.ofMinutes(minutes), folder, System.out::println).run();
    System.out.println(outcome.table());
    System.out.println(outcome.lastLine());
    System.exit(outcome.isGood() ? 0 : 1);
  }
}
