package io.leverage.preprocessor.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import io.leverage.preprocessor.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceParserTest {
  @TempDir Path folder;

  private ParsedProgram parse(String text) throws IOException {
    Path file = folder.resolve("A.java");
    Files.writeString(file, text);
    return SourceParser.parse(List.of(file), List.of(), 17);
  }

  @Test
  void joinsTypesAndElements() throws IOException {
    ParsedProgram program =
        parse(
            """
            class A {
              static int twice(int x) { return 2 * x; }
              public static void main(String[] args) {
                var n = twice(args.length) + -1;
                final int ten = 10;
                Object o = n < ten ? "a" + "b" : (Object) n;
                if (o instanceof final String s && !s.isEmpty()) { System.out.println(s); }
              }
            }
            """);
    assertThat(program.diagnostics()).isEmpty();
    ParsedFile file = program.files().get(0);
    MethodCallExpr call = file.unit().findFirst(MethodCallExpr.class).orElseThrow();
    assertThat(Attribution.of(call).type()).hasToString("int");
    assertThat(Attribution.of(call).element()).hasToString("twice(int)");
    assertThat(Attribution.of(call.clone()).element()).hasToString("twice(int)");
    NameExpr ten =
        file.unit()
            .findFirst(NameExpr.class, name -> name.getNameAsString().equals("ten"))
            .orElseThrow();
    assertThat(Attribution.of(ten).constant()).isEqualTo(10);
    assertThat(file.unit().findAll(Expression.class))
        .filteredOn(each -> !(each instanceof VariableDeclarationExpr))
        .allMatch(
            each -> each.containsData(Attribution.KEY) && each.containsData(Attribution.LINE));
  }

  @Test
  void joinsOurOwnSources() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
      files = all.filter(each -> each.toString().endsWith(".java")).toList();
    }
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .map(Path::of)
            .toList();
    assertThat(SourceParser.parse(files, classPath, 17).diagnostics()).isEmpty();
  }

  @Test
  void refusesWhatJavaParserMisreads() throws IOException {
    ParsedProgram program =
        parse(
            """
            class A {
              void m() {}
              Object cast() {
                return (Runnable) this::m;
              }
            }
            """);
    assertThat(program.failed()).isTrue();
    assertThat(program.diagnostics().get(0))
        .extracting(Diagnostic::id, Diagnostic::line)
        .containsExactly("unmatched-syntax", 4);
  }

  @Test
  void namesTheSyntaxThatItCannotRead() throws IOException {
    ParsedProgram program =
        parse(
            """
            class A {
              A() {
                int x = 1;
                enum Local { ONE }
              }
            }
            """);
    assertThat(program.diagnostics())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.id()).isEqualTo("unsupported-syntax");
              assertThat(each.line()).isEqualTo(4);
              assertThat(each.column()).isEqualTo(5);
              assertThat(each.message()).contains("an enum that is declared in a constructor");
            });
  }

  @Test
  void reportsJavaErrorsAtTheUsersPosition() throws IOException {
    ParsedProgram program = parse("class A {\n  int x = \"a\";\n}\n");
    assertThat(program.diagnostics())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.id()).isEqualTo("java-error");
              assertThat(each.line()).isEqualTo(2);
              assertThat(each.message()).contains("incompatible types");
            });
  }
}
