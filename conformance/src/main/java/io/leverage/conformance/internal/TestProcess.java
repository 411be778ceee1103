package io.leverage.conformance.internal;

import io.leverage.conformance.internal.TestResult.Kind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs the tests of a library in a process of their own. A test that ends the process, or doesn't
 * end, has failed; another process goes on after it.
 */
final class TestProcess {
  private static final int SECONDS_PER_TEST = 240;
  private static final int SECONDS_PER_LINE = 30;
  private static final int MOST_PROCESSES = 60;

  private final Path project;
  private final List<Path> classPath;
  private final long seed;
  private final long captures;
  private final String chosen;
  private final Consumer<String> progress;

  TestProcess(
      Path project,
      List<Path> classPath,
      long seed,
      long captures,
      String chosen,
      Consumer<String> progress) {
    this.project = project;
    this.classPath = classPath;
    this.seed = seed;
    this.captures = captures;
    this.chosen = chosen;
    this.progress = progress;
  }

  /** Runs the tests in one way; gives the last result of each. */
  Map<String, TestResult> run(Mode mode) throws IOException, InterruptedException {
    Files.deleteIfExists(TestRun.results(project, mode));
    for (int i = 0; i < MOST_PROCESSES && !isDone(mode); i++) {
      Process process = start(mode);
      long before = -1;
      int still = 0;
      while (!process.waitFor(SECONDS_PER_LINE, TimeUnit.SECONDS)) {
        long lines = TestRun.read(project, mode).size();
        still = lines == before ? still + SECONDS_PER_LINE : 0;
        if (still >= SECONDS_PER_TEST) {
          process.destroyForcibly().waitFor();
        }
        before = lines;
        progress.accept(done(mode));
      }
      failUnfinished(mode);
    }
    progress.accept(done(mode));
    return results(mode);
  }

  private String done(Mode mode) throws IOException {
    long done = ended(mode).count();
    String all = "";
    if (mode != Mode.PLAIN) {
      all = " of " + ended(Mode.PLAIN).filter(each -> each.kind() == Kind.PASSED).count();
    }
    return mode.name().toLowerCase(Locale.ROOT) + " " + done + all + " tests";
  }

  private Stream<TestResult> ended(Mode mode) throws IOException {
    Set<Kind> others = Set.of(Kind.STARTED, Kind.DONE, Kind.LEFT_OUT);
    return TestRun.read(project, mode).stream().filter(each -> !others.contains(each.kind()));
  }

  private boolean isDone(Mode mode) throws IOException {
    return TestRun.read(project, mode).stream().anyMatch(each -> each.kind() == Kind.DONE);
  }

  private void failUnfinished(Mode mode) throws IOException {
    List<TestResult> all = TestRun.read(project, mode);
    TestResult last = all.isEmpty() ? null : all.get(all.size() - 1);
    if (last != null && last.kind() == Kind.STARTED) {
      String reason = "its process ended, or it didn't end";
      Files.writeString(
          TestRun.results(project, mode),
          new TestResult(last.id(), Kind.FAILED, 0, 0, 0, reason).line() + "\n",
          StandardOpenOption.APPEND);
    }
  }

  Map<String, TestResult> results(Mode mode) throws IOException {
    Map<String, TestResult> results = new LinkedHashMap<>();
    for (TestResult each : TestRun.read(project, mode)) {
      results.put(each.kind() == Kind.LEFT_OUT ? each.id() + each.reason() : each.id(), each);
    }
    return results;
  }

  private Process start(Mode mode) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-ea", "-Xmx2g", "-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Duser.language=en", "-Duser.country=US"));
    for (String opened :
        List.of(
            "lang",
            "lang.ref",
            "lang.reflect",
            "util",
            "util.concurrent",
            "time",
            "time.chrono",
            "text")) {
      command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
    }
    command.add("--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");
    command.addAll(
        List.of(
            "-cp",
            String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList())
                + File.pathSeparator
                + project.resolve("resources"),
            "io.leverage.conformance.cli.RunTests",
            mode.name(),
            project.toString(),
            Long.toString(seed),
            Long.toString(captures),
            chosen));
    File log = project.resolve("log-" + mode + ".txt").toFile();
    return new ProcessBuilder(command)
        .directory(project.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }
}
