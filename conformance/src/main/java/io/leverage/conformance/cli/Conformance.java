package io.leverage.conformance.cli;

import io.leverage.conformance.internal.ConformanceReport;
import io.leverage.conformance.internal.KnownExceptions;
import io.leverage.conformance.internal.Library;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Runs libraries through their own tests, plain, preprocessed, and frozen and thawed. */
public final class Conformance {
  private static final int MOST_LINES = 200;

  private Conformance() {}

  /**
   * Runs the command.
   *
   * @param args the folder with {@code artifacts}, which takes the report; then {@code
   *     libraries=NAME,...}, {@code seed=N}, {@code captures=N}, {@code tests=REGEX}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path target = Path.of(args[0]).toAbsolutePath();
    Map<String, String> options = new HashMap<>();
    Arrays.stream(args)
        .skip(1)
        .map(each -> each.split("=", 2))
        .filter(each -> each.length == 2 && !each[1].isEmpty())
        .forEach(each -> options.put(each[0], each[1]));
    List<String> chosen = List.of(options.getOrDefault("libraries", "").split(","));
    List<Path> classPath =
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(System.getProperty("java.class.path"))
            .map(Path::of)
            .toList();
    KnownExceptions known = KnownExceptions.load();
    List<ConformanceReport> reports = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (Library library : Library.in(target.resolve("artifacts"))) {
      if (!chosen.equals(List.of("")) && !chosen.contains(library.name())) {
        continue;
      }
      System.out.println("conformance: " + library.name() + " " + library.version());
      try {
        ConformanceReport report =
            new io.leverage.conformance.internal.Conformance(
                    library,
                    target,
                    classPath,
                    Long.parseLong(options.getOrDefault("seed", "1")),
                    Long.parseLong(options.getOrDefault("captures", "4")),
                    options.getOrDefault("tests", ""),
                    text -> System.out.println("conformance: " + text))
                .run();
        reports.add(report);
        Files.writeString(target.resolve(library.name() + ".md"), report.details(known));
        report.unknown(known).forEach(each -> failures.add(library.name() + ": " + each));
        System.out.println(report.line());
      } catch (IOException | RuntimeException e) {
        e.printStackTrace();
        failures.add(library.name() + ": " + e);
        System.out.println("conformance: library=" + library.name() + " failed: " + e);
      }
    }
    StringBuilder table = new StringBuilder(ConformanceReport.head()).append('\n');
    reports.forEach(each -> table.append(each.row()).append('\n'));
    Files.writeString(target.resolve("conformance.md"), table);
    System.out.print(table);
    if (reports.isEmpty() && failures.isEmpty()) {
      failures.add("no library is called " + chosen);
    }
    if (!failures.isEmpty()) {
      System.out.println("conformance: FAILED, not listed in known.txt: " + failures.size());
      failures.stream().limit(MOST_LINES).forEach(each -> System.out.println("- " + each));
      System.exit(1);
    }
  }
}
