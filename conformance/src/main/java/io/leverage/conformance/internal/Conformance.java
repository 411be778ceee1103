package io.leverage.conformance.internal;

import io.leverage.conformance.internal.TestResult.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One library, from its sources to the table of its tests. */
public final class Conformance {
  private final Library library;
  private final Path project;
  private final List<Path> classPath;
  private final long seed;
  private final long captures;
  private final String chosen;
  private final Consumer<String> progress;

  /**
   * Prepares a library.
   *
   * @param library the library
   * @param target the folder for what is made on the way
   * @param classPath what the tests depend on, and this module
   * @param seed chooses where tests are captured
   * @param captures about how often a test is captured
   * @param chosen finds the tests to run, by their names
   * @param progress is told what is done
   */
  public Conformance(
      Library library,
      Path target,
      List<Path> classPath,
      long seed,
      long captures,
      String chosen,
      Consumer<String> progress) {
    this.library = library;
    this.project = target.resolve("libraries").resolve(library.name()).toAbsolutePath();
    this.classPath = List.copyOf(classPath);
    this.seed = seed;
    this.captures = captures;
    this.chosen = chosen;
    this.progress = text -> progress.accept(library.name() + ": " + text);
  }

  /** Runs it; gives what was found. */
  public ConformanceReport run() throws IOException, InterruptedException {
    clear();
    library.unpack(project);
    progress.accept("compiling it as it is");
    PlainCompiler plain = new PlainCompiler(project, classPath);
    List<String> notCompiled = List.copyOf(plain.compile(project.resolve("plain")));
    MobileCompiler mobile = new MobileCompiler(project, classPath, progress);
    mobile.compile(project.resolve("mobile"));
    TestProcess tests = new TestProcess(project, classPath, seed, captures, chosen, progress);
    Map<String, TestResult> asItIs = tests.run(Mode.PLAIN);
    Map<String, TestResult> transformed = tests.run(Mode.TRANSFORMED);
    Map<String, TestResult> migrated = tests.run(Mode.MIGRATED);
    return new ConformanceReport(
        library,
        count(asItIs),
        count(transformed),
        count(migrated),
        migrated.values().stream().filter(each -> each.kind() == Kind.REFUSED).count(),
        migrated.values().stream().mapToLong(TestResult::captures).sum(),
        migrated.values().stream().filter(each -> each.captures() > 0).count(),
        migrated.values().stream().mapToLong(TestResult::refusals).sum(),
        mobile.refusals(),
        mobile.refused(),
        leftOut(asItIs, notCompiled),
        exceptions(asItIs, transformed, migrated));
  }

  private void clear() throws IOException {
    if (Files.exists(project)) {
      try (Stream<Path> all = Files.walk(project)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static long count(Map<String, TestResult> results) {
    return results.values().stream().filter(each -> each.kind() == Kind.PASSED).count();
  }

  private static Map<String, Long> leftOut(
      Map<String, TestResult> results, List<String> notCompiled) {
    Map<String, Long> reasons = new TreeMap<>();
    for (TestResult each : results.values()) {
      switch (each.kind()) {
        case LEFT_OUT -> reasons.merge(each.reason(), Math.max(1, each.safepoints()), Long::sum);
        case FAILED -> reasons.merge("fails plain", 1L, Long::sum);
        case SKIPPED -> reasons.merge("assumes what isn't so here", 1L, Long::sum);
        default -> {}
      }
    }
    notCompiled.forEach(each -> reasons.merge("does not compile here: " + each, 1L, Long::sum));
    return reasons;
  }

  private List<Shortfall> exceptions(
      Map<String, TestResult> plain,
      Map<String, TestResult> transformed,
      Map<String, TestResult> migrated) {
    List<Shortfall> found = new ArrayList<>();
    for (TestResult each : plain.values()) {
      if (each.kind() != Kind.PASSED) {
        continue;
      }
      String id = each.id();
      for (Mode mode : List.of(Mode.TRANSFORMED, Mode.MIGRATED)) {
        TestResult result = (mode == Mode.TRANSFORMED ? transformed : migrated).get(id);
        if (result == null || result.kind() != Kind.PASSED) {
          String outcome = result == null ? "not run" : result.reason();
          found.add(new Shortfall(library.name(), id, mode, outcome));
        }
      }
    }
    return found;
  }
}
