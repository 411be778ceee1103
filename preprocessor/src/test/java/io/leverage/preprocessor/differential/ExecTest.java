package io.leverage.preprocessor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.preprocessor.Preprocessor;
import io.leverage.preprocessor.PreprocessorOptions;
import io.leverage.runtime.cli.ExecCommand;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code leverage exec} on programs that can't move at each safepoint: they do as plain ones. */
class ExecTest {
  @TempDir Path folder;

  private String exec(int code, String source, String... options) throws Exception {
    Path file = Files.writeString(folder.resolve("Main.java"), source);
    Path classes = folder.resolve("classes");
    List<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    PreprocessorOptions request =
        new PreprocessorOptions(List.of(file), classPath, folder.resolve("out"), classes, 17);
    assertThat(Preprocessor.run(request).failed()).isFalse();
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--stats", "-cp", classes.toString(), "Main"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    PrintStream out = System.out;
    System.setOut(stream);
    try {
      assertThat(ExecCommand.run(arguments.toArray(String[]::new), stream, stream)).isEqualTo(code);
    } finally {
      System.setOut(out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void staysWithWhatCannotMoveAndSaysWhyOnce() throws Exception {
    String output =
        exec(
            0,
            """
            public class Main {
              public static void main(String[] args) {
                for (int i = 0; i < 3; i++) System.out.println("before " + i);
                java.util.zip.CRC32 sum = new java.util.zip.CRC32();
                for (int i = 0; i < 3; i++) {
                  sum.update(i);
                  System.out.println("sum " + i);
                }
                System.out.println(Long.toHexString(sum.getValue()));
                for (int i = 0; i < 2; i++) System.out.println("after " + i);
              }
            }
            """,
            "--migrate-every",
            "1");
    assertThat(output)
        .startsWith("before 0\nbefore 1\nbefore 2\n")
        .containsSubsequence("sum 0", "sum 1", "sum 2", "854897f", "after 0", "after 1")
        .containsOnlyOnce("stays where it is at this safepoint: Main.main() local 'sum'")
        .contains("stayed 3 times");
  }

  @Test
  void letsEndlessRecursionOverflow() throws Exception {
    String output =
        exec(
            0,
            """
            public class Main {
              static int depth;
              static int down(int n) {
                depth = n;
                return down(n + 1) + 1;
              }
              public static void main(String[] args) {
                try {
                  System.out.println(down(0));
                } catch (StackOverflowError e) {
                  System.out.println("overflow " + (depth > 2000));
                }
                for (int i = 0; i < 3; i++) System.out.println(i);
              }
            }
            """,
            "--migrate-every",
            "1");
    assertThat(output).startsWith("overflow true\n0\n1\n2\n");
  }

  @Test
  void staysWhileTheCommonPoolRunsItsCode() throws Exception {
    String output =
        exec(
            0,
            """
            import java.util.concurrent.*;
            public class Main {
              static int seen;
              public static void main(String[] args) throws Exception {
                CountDownLatch started = new CountDownLatch(1);
                CountDownLatch go = new CountDownLatch(1);
                ForkJoinTask<?> task = ForkJoinPool.commonPool().submit(() -> {
                  started.countDown();
                  try {
                    go.await();
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  seen = 42;
                });
                started.await();
                int sum = 0;
                StringBuilder log = new StringBuilder();
                int i = 0;
                while (!log.toString().endsWith("19")) {
                  log.append(i);
                  sum += i++ + seen;
                }
                go.countDown();
                task.get();
                System.out.println(sum + " " + seen);
              }
            }
            """,
            "--migrate-every",
            "1");
    assertThat(output).startsWith("190 42\n").contains("20 safepoints, 0 captures");
  }

  @Test
  void staysOnceTheJvmHasSomethingOfTheProgramsToCall() throws Exception {
    String output =
        exec(
            1,
            """
            public class Main {
              static int count;
              public static void main(String[] args) {
                for (int i = 0; i < 3; i++) System.out.println(++count);
                Thread.currentThread().setName("renamed");
                Thread.currentThread().setUncaughtExceptionHandler(
                    (thread, failure) ->
                        System.out.println(thread.getName() + " " + failure.getMessage() + " " + count));
                for (int i = 0; i < 3; i++) System.out.println(++count);
                throw new IllegalStateException("end");
              }
            }
            """,
            "--migrate-every",
            "1");
    assertThat(output)
        .contains("renamed end 6\n")
        .containsOnlyOnce("the program's main thread has an exception handler")
        .contains("6 safepoints, 3 captures");
  }

  @Test
  void staysWhileStandardOutputIsAnObjectOfTheProgram() throws Exception {
    String output =
        exec(
            0,
            """
            import java.io.*;
            public class Main {
              static class Counter extends OutputStream {
                int bytes;
                @Override
                public void write(int b) {
                  bytes++;
                }
              }
              public static void main(String[] args) {
                PrintStream before = System.out;
                Counter counter = new Counter();
                System.setOut(new PrintStream(counter, true));
                for (int i = 0; i < 5; i++) System.out.print(i);
                System.setOut(before);
                for (int i = 0; i < 2; i++) System.out.println(counter.bytes);
              }
            }
            """,
            "--migrate-every",
            "1");
    assertThat(output).contains("5\n5\n").containsOnlyOnce("stays where it is");
  }
}
