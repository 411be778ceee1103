package io.leverage.preprocessor.internal.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.continuation.Continuation;
import io.leverage.continuation.ContinuationHost;
import io.leverage.continuation.MobileTask;
import io.leverage.continuation.Operation;
import io.leverage.continuation.Outcome;
import io.leverage.preprocessor.Preprocessor;
import io.leverage.preprocessor.PreprocessorOptions;
import io.leverage.preprocessor.PreprocessorResult;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import javax.tools.ToolProvider;

/**
 * Runs a program plain, then transformed: without captures, with a capture at each poll in turn,
 * and with a capture at every poll. The class {@code P} is a task that returns what it did.
 */
final class CaptureDriver {
  private final Path folder;

  CaptureDriver(Path folder) {
    this.folder = folder;
  }

  /** Checks that a program does the same however it is captured. */
  int check(String program) throws Exception {
    Path source = folder.resolve("P.java");
    Files.writeString(source, program);
    Path plain = Files.createDirectories(folder.resolve("plain"));
    int rc =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-nowarn",
                "-cp",
                classPath(),
                "-d",
                plain.toString(),
                source.toString());
    assertThat(rc).isZero();
    Object expected = describe(runPlain(plain));
    Path generated = folder.resolve("generated");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    PreprocessorResult result =
        Preprocessor.run(new PreprocessorOptions(List.of(source), paths(), generated, classes, 17));
    assertThat(result.diagnostics()).as("%s", result.diagnostics()).isEmpty();
    Counter counter = new Counter(n -> false);
    String text = Files.readString(generated.resolve("P.java"));
    assertThat(describe(run(classes, counter))).as(text).isEqualTo(expected);
    int polls = counter.polls;
    assertThat(polls).as("polls").isPositive();
    int step = Math.max(1, polls / 150);
    for (int i = 1; i <= polls; i += step) {
      int at = i;
      assertThat(describe(run(classes, new Counter(n -> n == at))))
          .as("captured at poll %d of %d%n%s", at, polls, text)
          .isEqualTo(expected);
    }
    assertThat(describe(run(classes, new Counter(n -> true))))
        .as("captured at every poll%n%s", text)
        .isEqualTo(expected);
    return polls;
  }

  private static Object describe(Outcome outcome) {
    return outcome instanceof Outcome.Threw threw ? "threw " + threw.failure() : outcome;
  }

  private static Outcome runPlain(Path classes) throws Exception {
    try (URLClassLoader loader = loader(classes)) {
      Callable<?> task = (Callable<?>) newTask(loader);
      try {
        return new Outcome.Returned(task.call());
      } catch (Throwable t) {
        return new Outcome.Threw(t);
      }
    }
  }

  private static Outcome run(Path classes, Counter counter) throws Exception {
    try (URLClassLoader loader = loader(classes)) {
      MobileTask task = (MobileTask) newTask(loader);
      Continuation first = new Continuation(counter);
      first.poll = true;
      Outcome outcome = first.start(task);
      while (outcome instanceof Outcome.Captured captured) {
        Continuation next = new Continuation(counter);
        next.poll = true;
        captured
            .frames()
            .forEach(frame -> assertThat(frame.line()).as(frame.toString()).isPositive());
        outcome = next.resume(captured.frames());
      }
      return outcome;
    }
  }

  private static Object newTask(ClassLoader loader) throws Exception {
    var constructor = loader.loadClass("P").getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private static URLClassLoader loader(Path classes) throws IOException {
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, CaptureDriver.class.getClassLoader());
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static List<Path> paths() {
    return Arrays.stream(classPath().split(File.pathSeparator)).map(Path::of).toList();
  }

  private static final class Counter implements ContinuationHost {
    private final IntPredicate captures;
    private int polls;

    Counter(IntPredicate captures) {
      this.captures = captures;
    }

    @Override
    public boolean captureNow() {
      polls++;
      return captures.test(polls);
    }

    @Override
    public Object attempt(Operation operation) {
      return null;
    }
  }
}
