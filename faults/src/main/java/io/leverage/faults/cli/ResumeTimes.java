package io.leverage.faults.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures how soon threads go on after a failure: see {@code docs/performance.md}. */
public final class ResumeTimes {
  private ResumeTimes() {}

  /**
   * Measures.
   *
   * @param args the folder for its files, and {@code count=N}: how often each failure is injected
   */
  public static void main(String[] args) throws IOException {
    Path folder =
        Files.createTempDirectory(
            Files.createDirectories(Path.of(args[0]).toAbsolutePath()), "resume-");
    int count = args.length > 1 ? Integer.parseInt(args[1].substring("count=".length())) : 50;
    new io.leverage.faults.internal.ResumeTimes(count, folder, System.out::println).run();
  }
}
