package io.leverage.preprocessor.internal.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.preprocessor.internal.parse.ParsedFile;
import io.leverage.preprocessor.internal.parse.ParsedProgram;
import io.leverage.preprocessor.internal.parse.SourceParser;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unmodified trees, printed and compiled, give the same classes, lines included. */
class LinePrinterTest {
  @TempDir Path folder;

  @Test
  void keepsTheLinesOfOurOwnSources() throws IOException {
    try (Stream<Path> all =
        Stream.concat(
            Files.walk(Path.of("src/main/java")), Files.walk(Path.of("../leverage-api/src")))) {
      assertKeepsLines(
          all.filter(each -> each.toString().endsWith(".java"))
              .filter(each -> !each.endsWith("package-info.java"))
              .toList());
    }
  }

  @Test
  void keepsTheLinesOfUnusualLayouts() throws IOException {
    Path file = folder.resolve("Unusual.java");
    Files.writeString(
        file,
        """
        // a comment
        import java.util.*; /* another */

        @SuppressWarnings("all")
        public
        final
        class Unusual
            extends Object
        {
          enum Kind { A, B { int x() { return 2; } }; int x() { return 1; } }
          record Pair<T>(T a, int... b) { Pair { Objects.requireNonNull(a); } }
          sealed interface Shape permits Round, Square {}
          record Round(double r) implements Shape {}
          record Square(double a) implements Shape {}
          static final String TEXT = \"""
              one
                two \\
              three \\\"""
              \""";
          int field
              = Integer
                  .parseInt("1"
                      + "2");
          int m(int a, int... rest) {
            int x = a
                + rest.length // comment
                * 3;
            x
                += 2;
            return a > 2
                ? x
                : Optional.of(x)
                    .map(y ->
                        y + 1)
                    .orElse(
                        3);
          }
          Object patterns(Object o) {
            if (o instanceof Pair<?> p && p.b().length > 0 || o == null) { return 1; }
            if (List.of(o).get(0)
                instanceof String text
                && text.length() > 3) { return text; }
            outer:
            for (int i = 0, j = 1; i < 3; i++, j--) {
              do { if (i == j) continue outer; } while (i
                  > 2);
            }
            Runnable r = () -> { System.out.println(this); };
            String s = switch (o.hashCode()) { case 1, 2 -> "x"; default -> { yield "y"; } };
            switch (s) { case "x": return s; default: break; }
            synchronized (this) { try (Scanner in = new Scanner("")) { r.run(); }
              catch (IllegalStateException | IllegalArgumentException e) { throw e; }
              finally { assert s != null : "s"; } }
            return new Object() {
              @Override public String toString() {
                return "anonymous";
              }
            };
          }
          <T extends Comparable<? super T> & Runnable> int[][] generic(T[] ts) {
            return new int[][] {{1}, new int[ts.length], (int[]) null};
          }
        }
        """);
    assertKeepsLines(List.of(file));
  }

  private void assertKeepsLines(List<Path> files) throws IOException {
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    ParsedProgram program = SourceParser.parse(files, classPath, 17);
    assertThat(program.diagnostics()).isEmpty();
    Path printed = Files.createDirectories(folder.resolve("printed"));
    List<Path> copies = new ArrayList<>();
    for (ParsedFile file : program.files()) {
      String name =
          file.unit().getPackageDeclaration().map(p -> p.getNameAsString() + ".").orElse("");
      Path copy = printed.resolve(name.replace('.', '/')).resolve(file.path().getFileName());
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, LinePrinter.print(file.unit()));
      copies.add(copy);
    }
    Map<String, String> expected = compile(files, folder.resolve("expected"));
    Map<String, String> actual = compile(copies, folder.resolve("actual"));
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, bytes) -> assertThat(actual.get(name)).as(name).isEqualTo(bytes));
  }

  // The class files hold the line number tables, so equal bytes are equal lines.
  private static Map<String, String> compile(List<Path> files, Path output) throws IOException {
    Files.createDirectories(output);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
      boolean compiled =
          javac
              .getTask(
                  errors,
                  manager,
                  null,
                  List.of(
                      "-proc:none",
                      "-g:lines,source",
                      "--release",
                      "17",
                      "-cp",
                      System.getProperty("java.class.path"),
                      "-d",
                      output.toString()),
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(compiled).as(errors.toString()).isTrue();
    }
    try (Stream<Path> classes = Files.walk(output)) {
      return classes
          .filter(each -> each.toString().endsWith(".class"))
          .collect(
              Collectors.toMap(
                  each -> output.relativize(each).toString(),
                  LinePrinterTest::read,
                  (a, b) -> a,
                  TreeMap::new));
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
