package io.leverage.preprocessor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.preprocessor.Preprocessor;
import io.leverage.preprocessor.PreprocessorOptions;
import io.leverage.preprocessor.PreprocessorResult;
import io.leverage.runtime.cli.ExecCommand;
import io.leverage.runtime.cli.InspectCommand;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program is written to a file, looked at, and goes on; but never in changed code. */
class FreezingTest {
  private static final String PROGRAM =
      """
      import java.util.*;
      public class Counter {
        static int calls;
        static int count(List<String> words) {
          int sum = 0;
          Iterator<String> each = words.iterator();
          while (each.hasNext()) {
            String word = each.next();
            sum += word.length(); // BODY
            calls++;
            System.out.println(word + " " + sum + " " + calls);
          }
          return sum;
        }
        public static void main(String[] args) {
          System.out.println(count(new ArrayList<>(List.of(args))));
        }
      }
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void freeze() throws Exception {
    file = folder.resolve("frozen");
    Path classes = compile("original", PROGRAM);
    String before =
        exec(
            0,
            "--freeze-at",
            "1",
            "--to",
            file.toString(),
            "-cp",
            classes.toString(),
            "Counter",
            "one",
            "three",
            "five");
    assertThat(before).startsWith("one 3 1\n").contains("frozen to " + file);
  }

  private Path compile(String name, String source) throws Exception {
    Path sources = Files.createDirectories(folder.resolve(name));
    Files.writeString(sources.resolve("Counter.java"), source);
    Path classes = folder.resolve(name + "-classes");
    List<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    PreprocessorResult result =
        Preprocessor.run(
            new PreprocessorOptions(
                List.of(sources), classPath, folder.resolve(name + "-out"), classes, 17));
    assertThat(result.failed()).isFalse();
    return classes;
  }

  private static String exec(int code, String... args) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    PrintStream out = System.out;
    System.setOut(stream);
    try {
      assertThat(ExecCommand.run(args, stream, stream)).isEqualTo(code);
    } finally {
      System.setOut(out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String inspect(int code, String... args) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    assertThat(InspectCommand.run(args, stream, stream)).isEqualTo(code);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void goesOnWithItsStaticsAndLocals() {
    String classes = folder.resolve("original-classes").toString();
    assertThat(exec(0, "--thaw", file.toString(), "-cp", classes))
        .isEqualTo("three 8 2\nfive 12 3\n12\n");
    assertThat(exec(0, "--thaw", file.toString(), "--migrate-every", "1", "-cp", classes))
        .isEqualTo("three 8 2\nfive 12 3\n12\n");
  }

  @Test
  void goesOnWhereOnlyTheLayoutChanged() throws Exception {
    Path classes = compile("moved", PROGRAM.replace("// BODY", "/* moved */\n\n"));
    assertThat(exec(0, "--thaw", file.toString(), "-cp", classes.toString())).endsWith("12\n");
  }

  @Test
  void refusesChangedCodeByTheMethodsName() throws Exception {
    Path classes = compile("changed", PROGRAM.replace("word.length();", "2 * word.length();"));
    assertThat(exec(1, "--thaw", file.toString(), "-cp", classes.toString()))
        .contains("method Counter.count changed since the checkpoint was written");
  }

  @Test
  void showsTheStack() throws Exception {
    String classes = folder.resolve("original-classes").toString();
    assertThat(inspect(0, "-cp", classes, file.toString()))
        .contains("program Counter: 2 frames")
        .contains("at Counter.count(Counter.java:7)  pc 1")
        .contains("int sum = 3")
        .contains("at Counter.main(Counter.java:16)");
    assertThat(inspect(0, "--json", "-cp", classes, file.toString()))
        .contains("{\"method\":\"Counter.count\",\"file\":\"Counter.java\",\"line\":7,\"pc\":1,")
        .contains("{\"name\":\"sum\",\"type\":\"int\",\"value\":\"3\"}");
    assertThat(inspect(0, "--help")).contains("usage: leverage inspect");
    assertThat(inspect(2)).contains("no file is named");
    assertThat(inspect(1, file + "x")).contains("can't read");
    Path damaged = Files.writeString(folder.resolve("damaged"), "nothing");
    assertThat(inspect(1, damaged.toString())).contains("corrupt checkpoint");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(damaged, Arrays.copyOf(bytes, bytes.length - 3));
    assertThat(inspect(1, damaged.toString())).contains("truncated");
    bytes[bytes.length - 4] ^= 1;
    Files.write(damaged, bytes);
    assertThat(inspect(1, "-cp", classes, damaged.toString())).contains("checksum");
  }

  @Test
  void explainsWrongUsage() {
    assertThat(exec(2, "--freeze-at", "2", "Counter")).contains("go together");
    assertThat(exec(2, "--thaw", file.toString(), "Counter")).contains("--thaw takes no main");
    assertThat(exec(1, "--thaw", file + "x")).contains("can't read");
    String classes = folder.resolve("original-classes").toString();
    assertThat(exec(0, "--freeze-at", "99", "--to", file + "2", "-cp", classes, "Counter"))
        .contains("ended before safepoint 99");
  }

  @Test
  void namesOnlyClassesOfTheProgram() throws Exception {
    Path list = folder.resolve("original-classes/META-INF/leverage/classes");
    assertThat(Files.readAllLines(list)).containsExactly("Counter");
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/META-INF/leverage"));
    Files.writeString(elsewhere.resolve("classes"), "Other\n");
    Files.delete(list);
    String both =
        folder.resolve("original-classes") + File.pathSeparator + folder.resolve("elsewhere");
    assertThat(exec(1, "--thaw", file.toString(), "-cp", both))
        .contains("which this program doesn't use");
  }
}
