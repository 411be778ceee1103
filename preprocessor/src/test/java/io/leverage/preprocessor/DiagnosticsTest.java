package io.leverage.preprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of diagnostic has an example that produces exactly it, and a page; and vice versa. */
class DiagnosticsTest {
  private static final Path EXAMPLES = Path.of("src/test/resources/diagnostics");
  private static final Path PAGES = Path.of("../docs/diagnostics");

  @TempDir Path output;

  @ParameterizedTest
  @EnumSource
  void isProducedByItsExample(DiagnosticId id) throws IOException {
    Path example = EXAMPLES.resolve(id.id()).resolve("Example.java");
    assertThat(example).exists();
    List<String> lines = Files.readAllLines(example);
    int marked =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).contains("//! " + id.id()))
            .findFirst()
            .orElseThrow();
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    PreprocessorResult result =
        Preprocessor.run(new PreprocessorOptions(List.of(example), classPath, output, null, 17));
    assertThat(result.diagnostics())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.id()).isEqualTo(id.id());
              assertThat(found.severity()).isEqualTo(id.severity());
              assertThat(found.line()).isEqualTo(marked + 1);
              assertThat(found.file()).isEqualTo(example);
              assertThat(found.remedy()).isNotBlank();
            });
    assertThat(result.failed()).isEqualTo(id.severity() == Severity.ERROR);
  }

  @Test
  void hasAPageEach() throws IOException {
    String[] ids = Stream.of(DiagnosticId.values()).map(DiagnosticId::id).toArray(String[]::new);
    assertThat(names(PAGES))
        .containsExactlyInAnyOrder(Stream.of(ids).map(id -> id + ".md").toArray(String[]::new));
    assertThat(names(EXAMPLES)).containsExactlyInAnyOrder(ids);
  }

  @Test
  void printsWhereWhatWhyAndWhatToDo() throws IOException {
    Path file = output.resolve("A.java");
    Files.writeString(file, "class A {\n\tint x;\n}\n");
    Diagnostic diagnostic =
        DiagnosticId.PINNED_LAMBDA.at(file, 2, 6, "it is so", "do that", List.of("a calls b"));
    assertThat(new DiagnosticPrinter().format(diagnostic))
        .isEqualTo(
            file
                + """
                :2:6: warning: [pinned-lambda] it is so
                \tint x;
                \t    ^
                  because: a calls b
                  remedy: do that""");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> each.getFileName().toString()).toList();
    }
  }
}
