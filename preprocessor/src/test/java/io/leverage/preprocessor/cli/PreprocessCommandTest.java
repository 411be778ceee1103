package io.leverage.preprocessor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreprocessCommandTest {
  private static final String PLAIN =
      """
      package a.b;

      // stays, byte for byte
      class Plain {
        int twice(int x) { return 2 * x; }
      }
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path sources;
  private Path output;

  @BeforeEach
  void writeSources() throws IOException {
    sources = Files.createDirectories(folder.resolve("src/a/b")).getParent().getParent();
    output = folder.resolve("out");
    Files.writeString(sources.resolve("a/b/Plain.java"), PLAIN);
  }

  private int run(Object... args) {
    List<String> all = new ArrayList<>();
    for (Object each : args) {
      all.add(each.toString());
    }
    return PreprocessCommand.run(
        all.toArray(String[]::new), new PrintStream(out, true), new PrintStream(err, true));
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void copiesWhatNeedsNoTransformationAndCompilesIt() throws IOException {
    Path classes = folder.resolve("classes");
    int code = run("--release", 17, "-d", output, "--compile", classes, sources);
    assertThat(err()).isEmpty();
    assertThat(code).isZero();
    assertThat(output.resolve("a/b/Plain.java")).hasContent(PLAIN);
    assertThat(classes.resolve("a/b/Plain.class")).exists();
  }

  @Test
  void doesNotTouchWhatHasNotChangedAndRemovesWhatIsGone() throws IOException {
    Path gone = sources.resolve("Gone.java");
    Files.writeString(gone, "class Gone {}\n");
    Path foreign = Files.createDirectories(output).resolve("notes.txt");
    Files.writeString(foreign, "mine");
    assertThat(run("-d", output, sources)).isZero();
    Path copy = output.resolve("a/b/Plain.java");
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(copy, old);
    Files.delete(gone);
    assertThat(run("-d", output, sources)).isZero();
    assertThat(Files.getLastModifiedTime(copy)).isEqualTo(old);
    assertThat(output.resolve("Gone.java")).doesNotExist();
    assertThat(foreign).exists();
  }

  @Test
  void leavesMethodsThatWouldBeTooLargeAndSaysSo() throws IOException {
    Path large = Path.of("src/test/resources/diagnostics/method-too-large/Example.java");
    Files.copy(large, sources.resolve("Large.java"));
    Object[] command = {"-d", output, "--compile", folder.resolve("classes"), sources};
    assertThat(run(command)).isZero();
    assertThat(err())
        .contains("Large.java:11:15: warning: [method-too-large] Example.run would be larger than")
        .contains("code too large")
        .contains("remedy: move parts of it into methods of their own");
    assertThat(output.resolve("Large.java")).content().doesNotContain("$resume");
    List<Object> pinned = new ArrayList<>(List.of("--pin", "Large.java:11"));
    pinned.addAll(List.of(command));
    assertThat(run(pinned.toArray())).isZero();
    assertThat(err()).containsOnlyOnce("[method-too-large]");
  }

  @Test
  void refusesSourcesWithTheirPosition() throws IOException {
    Path bad = sources.resolve("Bad.java");
    Files.writeString(bad, "class Bad {\n  int x = \"\";\n}\n");
    assertThat(run("-d", output, sources)).isEqualTo(1);
    assertThat(err())
        .contains(bad + ":2:11: error: [java-error] incompatible types")
        .contains("  int x = \"\";\n          ^")
        .contains("remedy: ")
        .contains("1 errors, 0 warnings");
    assertThat(output).doesNotExist();
  }

  @Test
  void refusesMembersOfAnonymousClassesThroughVariables() throws IOException {
    Files.writeString(
        sources.resolve("a/b/Plain.java"),
        """
        package a.b;
        class Plain {
          public static void main(String[] a) {
            var counter = new Object() {
              int n;
            };
            while (counter.n < a.length) {
              counter.n++;
            }
          }
        }
        """);
    int code = run("-d", output, sources);
    assertThat(code).isEqualTo(PreprocessCommand.REFUSED);
    assertThat(err())
        .contains(
            "Plain.java:7:12: error: [expression-in-mobile-method] n is a member of an anonym")
        .contains("remedy: make the class a local or nested class");
  }

  @Test
  void explainsWrongUsage() throws IOException {
    assertThat(run(sources)).isEqualTo(2);
    assertThat(run("-d", output)).isEqualTo(2);
    assertThat(run("-d", output, folder.resolve("nowhere"))).isEqualTo(2);
    assertThat(run("-d", output, "--release", "8", sources)).isEqualTo(2);
    assertThat(run("-d", output, "--release", "x", sources)).isEqualTo(2);
    assertThat(run("-d", sources, sources)).isEqualTo(2);
    assertThat(run("-d", sources.resolve("out"), sources)).isEqualTo(2);
    assertThat(run("-d", sources.resolve("a/b"), sources.resolve("a/b/Plain.java"))).isEqualTo(2);
    assertThat(run("--unknown")).isEqualTo(2);
    assertThat(err())
        .contains("Missing required option: d")
        .contains("no sources were given")
        .contains("nowhere does not exist")
        .contains("release 8 is too old")
        .contains("--release takes a number")
        .contains("must be apart")
        .contains("usage: leverage preprocess");
    assertThat(sources.resolve("a/b/Plain.java")).hasContent(PLAIN);
  }

  @Test
  void helps() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("leverage preprocess [--class-path CP] -d OUT [--compile CLASSES] SRC...")
        .contains("--release");
  }

  @Test
  void findsTheApiByItself() throws IOException {
    Files.writeString(
        sources.resolve("a/b/Plain.java"),
        "package a.b; class Plain { public static void main(String[] a) { while (true) {} } }");
    int code = run("--release", 17, "-d", output, "--compile", folder.resolve("classes"), sources);
    assertThat(err()).isEmpty();
    assertThat(code).isZero();
    assertThat(folder.resolve("classes/a/b/Plain.class")).exists();
  }
}
