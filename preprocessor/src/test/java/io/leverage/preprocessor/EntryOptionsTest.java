package io.leverage.preprocessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options that say where virtual threads begin, and where they don't stop. */
class EntryOptionsTest {
  private static final String TWIN = "(io.leverage.continuation.Continuation c$";

  private static final String SOURCE =
      """
      class Cases {
        @Deprecated void marked() { count(); }
        void testNamed() { leaf(); }
        void other() { count(); }
        int count() {
          int n = 0;
          while (n < 10) { n++; leaf(); }
          return n;
        }
        void leaf() {}
      }
      """;

  @TempDir Path folder;
  private Path source;

  @BeforeEach
  void write() throws IOException {
    source = Files.writeString(folder.resolve("Cases.java"), SOURCE);
  }

  private String preprocessed(List<String> entries, List<String> pinned, Polls polls)
      throws IOException {
    List<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    Path output = folder.resolve("out");
    Preprocessor.run(
        new PreprocessorOptions(
            List.of(source), classPath, output, null, 17, entries, pinned, polls));
    return Files.readString(output.resolve("Cases.java"));
  }

  @Test
  void nothingIsTransformedWithoutAnEntryPoint() throws IOException {
    assertThat(preprocessed(List.of(), List.of(), Polls.LOOPS)).isEqualTo(SOURCE);
  }

  @Test
  void annotatedMethodsAreEntryPoints() throws IOException {
    assertThat(preprocessed(List.of("java.lang.Deprecated"), List.of(), Polls.LOOPS))
        .contains("marked" + TWIN, "count" + TWIN)
        .doesNotContain("other" + TWIN, "leaf" + TWIN);
  }

  @Test
  void methodsOfATypeAreEntryPointsByTheirNames() throws IOException {
    assertThat(preprocessed(List.of("Cases#oth*"), List.of(), Polls.LOOPS))
        .contains("other" + TWIN, "count" + TWIN)
        .doesNotContain("marked" + TWIN);
  }

  @Test
  void methodsCanPollAtTheirEntry() throws IOException {
    assertThat(preprocessed(List.of("Cases#testNamed"), List.of(), Polls.METHODS))
        .contains("testNamed" + TWIN, "leaf" + TWIN);
  }

  @Test
  void aMethodCanBeLeftAsItIs() throws IOException {
    assertThat(preprocessed(List.of("java.lang.Deprecated"), List.of("Cases.java:7"), Polls.LOOPS))
        .doesNotContain("count" + TWIN);
    assertThat(preprocessed(List.of("java.lang.Deprecated"), List.of("Cases.java"), Polls.LOOPS))
        .doesNotContain("count" + TWIN);
  }

  @Test
  void wrongRulesAreNamed() {
    assertThatThrownBy(() -> preprocessed(List.of("a b"), List.of(), Polls.LOOPS))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'a b'");
    assertThatThrownBy(() -> preprocessed(List.of(), List.of("Cases:x"), Polls.LOOPS))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'Cases:x'");
  }
}
