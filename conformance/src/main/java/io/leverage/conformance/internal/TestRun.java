package io.leverage.conformance.internal;

import io.leverage.RefusedException;
import io.leverage.conformance.internal.TestResult.Kind;
import io.leverage.junit.MobileFixture;
import io.leverage.runtime.MobileProgram.Ending;
import io.leverage.runtime.MobileSpace;
import java.io.IOException;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the tests of one library in one way; what an earlier process has run is not run again. */
public final class TestRun {
  private static final Set<String> ABORTED =
      Set.of(
          "org.opentest4j.TestAbortedException",
          "org.junit.AssumptionViolatedException",
          "org.junit.internal.AssumptionViolatedException");

  private final Mode mode;
  private final Path project;
  private final long seed;
  private final long wanted;
  private final Pattern chosen;
  private final Set<String> done = new HashSet<>();
  private final Map<String, Long> safepoints = new HashMap<>();
  private final Set<String> passedPlain = new HashSet<>();

  /**
   * Creates the run.
   *
   * @param mode how to run the tests
   * @param project the library's folder
   * @param seed chooses where tests are captured
   * @param wanted about how often a test is captured
   * @param chosen finds the tests to run, by their names
   */
  public TestRun(Mode mode, Path project, long seed, long wanted, String chosen) {
    this.mode = mode;
    this.project = project;
    this.seed = seed;
    this.wanted = wanted;
    this.chosen = Pattern.compile(chosen);
  }

  /** Runs the tests. */
  public void run() throws IOException, InterruptedException {
    read(mode).stream().filter(each -> each.kind() != Kind.STARTED).forEach(r -> done.add(r.id()));
    if (mode != Mode.PLAIN) {
      read(Mode.PLAIN).stream()
          .filter(each -> each.kind() == Kind.PASSED)
          .forEach(each -> passedPlain.add(each.id()));
      read(Mode.TRANSFORMED).forEach(each -> safepoints.put(each.id(), each.safepoints()));
    }
    try (PrintStream out =
        new PrintStream(
            Files.newOutputStream(
                results(project, mode), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            true,
            StandardCharsets.UTF_8)) {
      for (String name : classNames(project.resolve("plain"))) {
        new OneClass(name, out).run();
      }
      out.println(new TestResult("all", Kind.DONE, 0, 0, 0, "").line());
    }
  }

  static Path results(Path project, Mode mode) {
    return project.resolve("results-" + mode + ".txt");
  }

  private List<TestResult> read(Mode which) throws IOException {
    return read(project, which);
  }

  static List<TestResult> read(Path project, Mode which) throws IOException {
    Path file = results(project, which);
    return Files.exists(file)
        ? Files.readAllLines(file).stream()
            .filter(TestResult::isWhole)
            .map(TestResult::parse)
            .toList()
        : List.of();
  }

  private static List<String> classNames(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(file -> file.endsWith(".class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .sorted()
          .toList();
    }
  }

  private URL[] urls() throws MalformedURLException {
    return new URL[] {
      project.resolve(mode == Mode.PLAIN ? "plain" : "mobile").toUri().toURL(),
      project.resolve("resources").toUri().toURL()
    };
  }

  /** The tests of one class. */
  private final class OneClass {
    private final String name;
    private final PrintStream out;
    private final MobileSpace space;
    private final MobileFixture fixture;

    OneClass(String name, PrintStream out) throws MalformedURLException {
      this.name = name;
      this.out = out;
      this.space =
          mode == Mode.PLAIN
              ? new MobileSpace(new PlainLoader(urls(), TestRun.class.getClassLoader()))
              : new MobileSpace(List.of(urls()));
      this.fixture = new MobileFixture(space, name);
    }

    void run() throws InterruptedException {
      List<TestSpec> tests = new ArrayList<>();
      try {
        Class<?> type = Class.forName(name, false, space.loader());
        TestClass found = TestClass.of(type);
        if (mode == Mode.PLAIN) {
          found.leftOut().forEach(this::leftOut);
        }
        found.tests().stream().filter(this::isWanted).forEach(tests::add);
      } catch (Throwable t) {
        report(name, Kind.LEFT_OUT, null, "its tests can't be found: " + TestClass.cause(t));
      }
      if (tests.isEmpty()) {
        return;
      }
      Throwable failure = null;
      try {
        fixture.beforeAll();
      } catch (Throwable t) {
        failure = t;
      }
      for (TestSpec test : tests) {
        run(test, failure);
      }
      try {
        fixture.afterAll();
      } catch (Throwable t) {
        report(name, Kind.LEFT_OUT, null, "its class can't be torn down: " + t);
      }
    }

    private void leftOut(String reason, Integer count) {
      report(name, Kind.LEFT_OUT, new Ending(null, count, 0, 0), reason);
    }

    private boolean isWanted(TestSpec test) {
      String id = test.id(name);
      return !done.contains(id)
          && chosen.matcher(id).find()
          && (mode == Mode.PLAIN || passedPlain.contains(id));
    }

    private void run(TestSpec test, @Nullable Throwable before) throws InterruptedException {
      String id = test.id(name);
      report(id, Kind.STARTED, null, "");
      Captures captures = captures(id, space);
      Ending ending;
      try {
        ending = before == null ? fixture.run(test, captures) : new Ending(before, 0, 0, 0);
      } catch (RuntimeException | Error e) {
        ending = new Ending(e, 0, 0, 0);
      }
      captures.end();
      Throwable failure = ending.failure();
      String expected = test.expected();
      if (failure != null && ABORTED.contains(failure.getClass().getName())) {
        report(id, Kind.SKIPPED, ending, failure.toString());
      } else if (failure == null
          ? expected == null
          : expected != null && TestClass.isA(failure.getClass(), expected)) {
        RefusedException owed = captures.owed();
        report(id, owed == null ? Kind.PASSED : Kind.REFUSED, ending, captures.refusals(), owed);
      } else {
        report(id, Kind.FAILED, ending, failure == null ? "no " + expected : describe(failure));
      }
    }

    private void report(String id, Kind kind, @Nullable Ending ending, String reason) {
      long met = ending == null ? 0 : ending.safepoints();
      long captures = ending == null ? 0 : ending.captures();
      out.println(new TestResult(id, kind, met, captures, 0, reason).line());
    }

    private void report(
        String id, Kind kind, Ending ending, long refusals, @Nullable RefusedException owed) {
      String reason = owed == null ? "" : owed.toString();
      out.println(
          new TestResult(id, kind, ending.safepoints(), ending.captures(), refusals, reason)
              .line());
    }
  }

  private Captures captures(String id, MobileSpace space) {
    if (mode != Mode.MIGRATED) {
      return new Captures(space, Long.MAX_VALUE, 0, 0);
    }
    long total = safepoints.getOrDefault(id, 0L);
    Random random = new Random(seed * 31 + id.hashCode());
    long every = Math.max(1, total / wanted);
    long offset = every == 1 ? 0 : (random.nextInt() & 0x7fffffffL) % every;
    return new Captures(space, every, offset, 2 * wanted);
  }

  private static String describe(Throwable failure) {
    StringBuilder text = new StringBuilder(failure.toString());
    StackTraceElement[] trace = failure.getStackTrace();
    for (int i = 0; i < Math.min(trace.length, 3); i++) {
      text.append(" @ ").append(trace[i]);
    }
    if (failure.getCause() != null) {
      text.append(" cause ").append(failure.getCause());
    }
    return text.toString();
  }
}
