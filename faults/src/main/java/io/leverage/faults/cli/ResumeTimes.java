package io.leverage.faults.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures how soon threads go on after a failure: see {@code docs/performance.md}. */
public final class ResumeTimes {
  private ResumeTimes() {}

  /**
   * Measures.
   *
   * @param args the folder for its files; {@code count=N}: how often each failure is injected;
   *     {@code kinds=A,B}: the failures, of {@code kill -9}, {@code SIGSTOP} and {@code cut cable}
   */
  public static void main(String[] args) throws IOException {
    Path folder =
        Files.createTempDirectory(
            Files.createDirectories(Path.of(args[0]).toAbsolutePath()), "resume-");
    int count = 50;
    List<String> kinds = List.of();
    for (String arg : List.of(args).subList(1, args.length)) {
      String value = arg.substring(arg.indexOf('=') + 1);
      switch (arg.substring(0, arg.length() - value.length())) {
        case "count=" -> count = Integer.parseInt(value);
        case "kinds=" -> kinds = List.of(value.split(","));
        default -> throw new IllegalArgumentException("expected count=N or kinds=A,B, not " + arg);
      }
    }
    new io.leverage.faults.internal.ResumeTimes(
            count, folder, kinds, System.out::println, System.err::println)
        .run();
  }
}
