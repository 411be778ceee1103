package io.leverage.preprocessor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.Statement;
import io.leverage.runtime.LineRestoring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A debugger that steps through the output steps through the user's source: each statement's code
 * has an entry for its line in the user's file, and no entry leads out of its method there.
 */
class LineNumberTablesTest {
  private static final Path PROGRAMS = Path.of("src/test/resources/differential");
  private static final List<String> NAMES =
      List.of("LineNumbers", "Monitors", "Nasty", "Labels", "NestedTry", "Exc", "Interpreter");

  @TempDir static Path folder;
  private static Variants variants;

  @BeforeAll
  static void compile() throws IOException {
    List<Path> sources = new ArrayList<>();
    NAMES.forEach(name -> sources.add(PROGRAMS.resolve(name + ".java")));
    try (Stream<Path> support = Files.list(PROGRAMS.resolve("support"))) {
      support.forEach(sources::add);
    }
    variants = Variants.compile(sources, folder);
  }

  @Test
  void everyStatementIsOnItsLine() throws IOException {
    for (String name : NAMES) {
      Map<Integer, Integer> ends = new TreeMap<>();
      source(name)
          .findAll(Statement.class, LineNumberTablesTest::hasCode)
          .forEach(each -> ends.put(each.getBegin().orElseThrow().line, lastLine(each)));
      Map<String, SortedSet<Integer>> mobile = lines(variants.mobileClass(name));
      lines(variants.plainClass(name))
          .forEach(
              (method, lines) -> {
                lines.retainAll(ends.keySet()); // others are of braces
                SortedSet<Integer> found = mobile.getOrDefault(method, new TreeSet<>());
                assertThat(lines)
                    .as("the lines of %s.%s", name, method)
                    .allMatch(line -> !found.subSet(line, ends.get(line) + 1).isEmpty());
              });
    }
  }

  // javac leaves jumps out that lead to jumps, and a try has no code of its own.
  private static boolean hasCode(Statement statement) {
    return !(statement.isBlockStmt()
        || statement.isEmptyStmt()
        || statement.isTryStmt()
        || statement.isBreakStmt()
        || statement.isContinueStmt());
  }

  // The calls of a statement that is taken apart are on their own lines of it.
  private static int lastLine(Statement statement) {
    boolean simple =
        statement.isExpressionStmt() || statement.isReturnStmt() || statement.isThrowStmt();
    return (simple ? statement.getEnd() : statement.getBegin()).orElseThrow().line;
  }

  @Test
  void noLineIsOutsideOfItsMethod() throws IOException {
    for (String name : NAMES) {
      Map<String, SortedSet<Integer>> mobile = lines(variants.mobileClass(name));
      Map<String, Set<Integer>> allowed = new TreeMap<>();
      for (MethodDeclaration method : source(name).findAll(MethodDeclaration.class)) {
        Range range = method.getRange().orElseThrow();
        Set<Integer> lines =
            allowed.computeIfAbsent(method.getNameAsString(), key -> new TreeSet<>());
        IntStream.rangeClosed(range.begin.line, range.end.line).forEach(lines::add);
      }
      allowed.forEach(
          (method, lines) ->
              assertThat(lines)
                  .as("the lines of %s.%s", name, method)
                  .containsAll(mobile.getOrDefault(method, new TreeSet<>())));
    }
  }

  private static CompilationUnit source(String name) throws IOException {
    return new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17))
        .parse(PROGRAMS.resolve(name + ".java"))
        .getResult()
        .orElseThrow();
  }

  /** The lines of the methods of each name: original and twin have one name. */
  private static Map<String, SortedSet<Integer>> lines(Path file) throws IOException {
    Map<String, SortedSet<Integer>> found = new TreeMap<>();
    byte[] restored = LineRestoring.restore(Files.readAllBytes(file));
    new ClassReader(restored)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] exceptions) {
                SortedSet<Integer> lines =
                    found.computeIfAbsent(
                        name.replaceFirst("\\$mobile$", ""), key -> new TreeSet<>());
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitLineNumber(int line, Label start) {
                    lines.add(line);
                  }
                };
              }
            },
            0);
    found.keySet().removeIf(name -> name.startsWith("lambda$") || name.equals("<clinit>"));
    return found;
  }
}
