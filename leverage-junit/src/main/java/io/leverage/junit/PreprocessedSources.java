package io.leverage.junit;

import io.leverage.preprocessor.DiagnosticPrinter;
import io.leverage.preprocessor.Polls;
import io.leverage.preprocessor.Preprocessor;
import io.leverage.preprocessor.PreprocessorOptions;
import io.leverage.preprocessor.PreprocessorResult;
import io.leverage.preprocessor.Severity;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources of a project and its tests, preprocessed once for all tests of a run. */
final class PreprocessedSources implements AutoCloseable {
  private static final String DEFAULT =
      String.join(File.pathSeparator, "src/main/java", "src/test/java");

  private static final List<String> ENTRIES =
      List.of(
          "org.junit.jupiter.api.Test",
          "org.junit.jupiter.api.RepeatedTest",
          "org.junit.jupiter.params.ParameterizedTest");

  private final Path folder;

  private PreprocessedSources(Path folder) {
    this.folder = folder;
  }

  /**
   * Preprocesses and compiles.
   *
   * @param sources folders, parted as in a class path; empty for the usual ones
   * @throws MobilityError if the sources are refused
   */
  static PreprocessedSources of(String sources) {
    try {
      PreprocessedSources made =
          new PreprocessedSources(Files.createTempDirectory("leverage-junit"));
      made.preprocess(paths(sources.isEmpty() ? DEFAULT : sources));
      return made;
    } catch (IOException e) {
      throw new MobilityError("the tests' sources can't be preprocessed: " + e, e);
    }
  }

  private void preprocess(List<Path> sources) {
    PreprocessorResult result =
        Preprocessor.run(
            new PreprocessorOptions(
                sources.stream().filter(Files::isDirectory).toList(),
                paths(System.getProperty("java.class.path")),
                folder.resolve("sources"),
                folder.resolve("classes"),
                Runtime.version().feature(),
                ENTRIES,
                List.of(),
                Polls.METHODS));
    if (result.failed()) {
      DiagnosticPrinter printer = new DiagnosticPrinter();
      throw new MobilityError(
          "the tests' sources can't be made mobile\n"
              + result.diagnostics().stream()
                  .filter(each -> each.severity() == Severity.ERROR)
                  .map(printer::format)
                  .collect(Collectors.joining("\n")),
          null);
    }
  }

  private static List<Path> paths(String text) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(text)
        .filter(each -> !each.isEmpty())
        .map(Path::of)
        .toList();
  }

  /** The compiled classes. */
  List<URL> classPath() throws IOException {
    return List.of(folder.resolve("classes").toUri().toURL());
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
