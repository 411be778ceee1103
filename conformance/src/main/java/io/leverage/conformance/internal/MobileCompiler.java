package io.leverage.conformance.internal;

import io.leverage.preprocessor.Diagnostic;
import io.leverage.preprocessor.DiagnosticId;
import io.leverage.preprocessor.Polls;
import io.leverage.preprocessor.Preprocessor;
import io.leverage.preprocessor.PreprocessorBug;
import io.leverage.preprocessor.PreprocessorOptions;
import io.leverage.preprocessor.PreprocessorResult;
import io.leverage.preprocessor.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Preprocesses a library and its tests. Methods that are refused are left as they are: they run
 * pinned, and are counted.
 */
final class MobileCompiler {
  /** The test methods of JUnit 3, 4 and 5. */
  private static final List<String> ENTRIES =
      List.of(
          "junit.framework.TestCase#test*",
          "org.junit.Test",
          "org.junit.jupiter.api.Test",
          "org.junit.jupiter.params.ParameterizedTest");

  /** A generated line that does not compile: it is the user's line, too. */
  private static final Pattern WRONG_LINE =
      Pattern.compile("generated/(?<file>\\S+\\.java):(?<line>\\d+): error: (?<message>.*)");

  private static final Pattern WRONG_FILE =
      Pattern.compile("while transforming \\S*/src/(?:main|test)/java/(?<file>\\S+\\.java)");

  private static final int MOST_ROUNDS = 30;

  private final Path project;
  private final List<Path> classPath;
  private final Consumer<String> progress;
  private final Set<String> pinned = new LinkedHashSet<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final List<String> refused = new ArrayList<>();

  MobileCompiler(Path project, List<Path> classPath, Consumer<String> progress) {
    this.project = project;
    this.classPath = classPath;
    this.progress = progress;
  }

  /** Compiles into a folder. */
  void compile(Path classes) throws IOException {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      progress.accept("preprocessing, " + pinned.size() + " places are left as they are");
      try {
        PreprocessorResult result = Preprocessor.run(options(classes));
        result.diagnostics().stream()
            .filter(
                each ->
                    each.severity() == Severity.ERROR
                        || each.id().equals(DiagnosticId.METHOD_TOO_LARGE.id()))
            .forEach(this::refuse);
        if (!result.failed()) {
          return;
        }
      } catch (PreprocessorBug bug) {
        refuse(bug);
      }
    }
    throw new IOException("still refused after " + MOST_ROUNDS + " rounds: " + refused);
  }

  private PreprocessorOptions options(Path classes) {
    return new PreprocessorOptions(
        List.of(project.resolve("src/main/java"), project.resolve("src/test/java")),
        classPath,
        project.resolve("generated"),
        classes,
        17,
        ENTRIES,
        List.copyOf(pinned),
        Polls.METHODS);
  }

  // A bug must not hide the others: its place is left as it is, too.
  private void refuse(PreprocessorBug failure) {
    int before = pinned.size();
    String message = String.valueOf(failure.getMessage());
    Matcher line = WRONG_LINE.matcher(message);
    while (line.find()) {
      refuse(line.group("file") + ":" + line.group("line"), "BUG", line.group("message"));
    }
    Matcher file = WRONG_FILE.matcher(message);
    if (file.find()) {
      refuse(file.group("file"), "BUG", failure.getCause() + "");
    }
    if (pinned.size() == before) {
      throw failure; // nothing new: the next round would fail in the same way
    }
  }

  private void refuse(Diagnostic error) {
    refuse(project.relativize(error.file()) + ":" + error.line(), error.id(), error.message());
  }

  private void refuse(String place, String id, String message) {
    if (pinned.add(place)) {
      refusals.merge(id, 1, Integer::sum);
      String text = place + " " + id + ": " + message.replaceAll("\\s+", " ");
      refused.add(text);
      progress.accept("left as it is: " + text);
    }
  }

  /** How many places were refused, by the diagnostic's id. */
  Map<String, Integer> refusals() {
    return refusals;
  }

  /** The refused places. */
  List<String> refused() {
    return refused;
  }
}
