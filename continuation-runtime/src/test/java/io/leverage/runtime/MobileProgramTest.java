package io.leverage.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.runtime.MobileProgram.Ending;
import io.leverage.runtime.cli.ExecCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MobileProgramTest {
  @TempDir static Path classes;

  @BeforeAll
  static void compile() {
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "src/test/resources/programs/Hand.java");
    assertThat(result).isZero();
  }

  private record Run(String output, Ending ending) {}

  private static Run run(LongPredicate captureAt) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      Ending ending =
          new MobileProgram(List.of(classes.toUri().toURL()), "Hand", List.of("a"))
              .prepare(captureAt)
              .run();
      return new Run(bytes.toString(StandardCharsets.UTF_8), ending);
    } finally {
      System.setOut(before);
    }
  }

  @Test
  void movesStackAndStaticsWithoutATrace() throws Exception {
    Run still = run(MobileProgram.NEVER);
    assertThat(still.output()).contains("init").contains("late");
    assertThat(still.ending().failure()).hasMessage("end");
    for (long n = 1; n <= 4; n++) {
      Run moved = run(MobileProgram.every(n));
      assertThat(moved.output()).isEqualTo(still.output());
      assertThat(moved.ending().captures()).isEqualTo(6 / n);
      assertThat(moved.ending().failure()).hasMessage("end");
      assertThat(moved.ending().failure().getStackTrace()[0].getMethodName()).isEqualTo("run");
    }
  }

  @Test
  void turnsMarkersIntoLines() throws Exception {
    try (MobileClassLoader loader =
        new MobileClassLoader(
            new java.net.URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      assertThat(loader.loadClass("Hand$F").getDeclaredMethods()).hasSize(4);
      byte[] file = java.nio.file.Files.readAllBytes(classes.resolve("Hand$F.class"));
      assertThat(Lines.of(LineRestoring.restore(file))).contains("resumeAny:4711");
      assertThat(Lines.of(file)).doesNotContain("resumeAny:4711");
    }
  }

  private static String exec(int code, String... args) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    PrintStream out = System.out;
    PrintStream err = System.err;
    System.setOut(stream);
    System.setErr(stream);
    try {
      assertThat(ExecCommand.run(args, stream, stream)).isEqualTo(code);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void answersTheCommandLine() {
    String path = classes.toString();
    assertThat(exec(0, "--help")).contains("usage: leverage exec").contains("--migrate-every N");
    assertThat(exec(2)).contains("no main class");
    assertThat(exec(2, "--migrate-every", "0", "Hand")).contains("positive number");
    assertThat(exec(2, "--migrate-every", "x", "Hand")).contains("needs a number");
    assertThat(exec(2, "--what", "Hand")).contains("--what");
    assertThat(exec(1, "--class-path", path, "Nowhere")).contains("no class Nowhere");
    assertThat(exec(1, "--class-path", path + "/none", "Hand")).contains("doesn't exist");
    assertThat(exec(1, "--class-path", path, "Hand$F")).contains("has no method");
    assertThat(exec(1, "--migrate-every", "2", "--stats", "--class-path", path, "Hand", "-x"))
        .contains(
            "Exception in thread \"main\" java.lang.IllegalStateException: end\n\tat Hand.run(Hand.java:")
        .contains("6 safepoints, 3 captures");
    assertThat(Stream.of(exec(1, "-cp", path, "Hand").split("\n"))).contains("init");
  }
}
