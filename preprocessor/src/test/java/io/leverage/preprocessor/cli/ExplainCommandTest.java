package io.leverage.preprocessor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  private static final String PROGRAM =
      """
      class Sum {
        final int all;

        Sum(int n) {
          int s = 0;
          for (int i = 0; i < n; i++) {
            s += half(i) + slow(i);
          }
          all = s;
        }

        static int half(int i) {
          return i / 2;
        }

        static int slow(int n) {
          int s = 0;
          while (s < n) {
            s++;
          }
          return s;
        }

        static int never(int n) {
          return slow(n);
        }

        static int onlyPinned(int n) {
          return slow(n);
        }

        { onlyPinned(3); }

        static void step(int n) {
          slow(n);
        }

        public static void main(String[] args) {
          step(half(args.length));
          new Sum(3);
          new Pair(4);
        }

        record Pair(int n) {
          Pair {
            slow(n);
          }
        }
      }
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path source;

  @BeforeEach
  void writeSource() throws IOException {
    source = Files.writeString(folder.resolve("Sum.java"), PROGRAM);
  }

  private int run(String... args) {
    return ExplainCommand.run(args, new PrintStream(out, true), new PrintStream(err, true));
  }

  private String explained(String method) {
    out.reset();
    assertThat(run("--release", "17", method, source.toString())).as(err()).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tellsTheCallsThatLeadToAMethodAndWhereAThreadStops() {
    assertThat(explained("step"))
        .isEqualTo(
            source
                + """
                :34: Sum.step(int) is checkpointable
                  a thread gets to it over frames that can be captured, and can stop in it or below it:
                    Sum.main() is where a thread starts
                    Sum.main() calls Sum.step() at Sum.java:39
                    Sum.step() calls Sum.slow() at Sum.java:35
                    Sum.slow() loops at Sum.java:18
                """);
  }

  @Test
  void tellsWhyAMethodStaysAsItIs() {
    assertThat(explained("half")).contains("not checkpointable", "nothing in it or below it stops");
    assertThat(explained("Sum.never")).contains("not checkpointable", "no main, no task's");
    assertThat(explained("Pair.Pair"))
        .contains("its kind of code can't be captured", "Sum.main() calls new Pair()")
        .contains("a compact constructor has to assign the record's fields");
    assertThat(explained("onlyPinned"))
        .contains("leads over a frame that can't be captured", "an initialiser of Sum")
        .contains("which can't be captured");
  }

  @Test
  void explainsItselfAndWhatIsWrong() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("leverage explain", "METHOD");
    assertThat(run("main")).isEqualTo(2);
    assertThat(err()).contains("name a method, and the sources");
    assertThat(run("--release", "17", "absent", source.toString())).isEqualTo(2);
    assertThat(err()).contains("no method 'absent' in the sources");
  }

  @Test
  void sourcesWithErrorsAreReportedAtTheirPlaces() throws IOException {
    Files.writeString(source, "class Sum { int x = y; }");
    assertThat(run("--release", "17", "x", source.toString())).isEqualTo(1);
    assertThat(err()).contains("Sum.java:1:21: error: [java-error]");
  }
}
