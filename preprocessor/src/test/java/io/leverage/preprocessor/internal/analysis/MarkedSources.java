package io.leverage.preprocessor.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.leverage.preprocessor.internal.parse.Attribution;
import io.leverage.preprocessor.internal.parse.ParsedProgram;
import io.leverage.preprocessor.internal.parse.SourceParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sources with their expectations in them: {@code //: resumable twin polls-at-entry task} at
 * declarations, a {@link PollKind} at loops, {@code unwinds} at calls. Unmarked lines are expected
 * to be none of it.
 */
abstract class MarkedSources {
  private static final List<Path> CLASS_PATH =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Path::of)
          .toList();

  @TempDir private Path folder;

  List<String> diagnostics(String source) throws IOException {
    return Analysis.of(parse(source)).diagnostics().stream()
        .map(each -> each.id() + ":" + each.line())
        .toList();
  }

  void check(String source) throws IOException {
    ParsedProgram program = parse(source);
    Plan plan = Analysis.of(program).plan();
    SortedMap<Integer, SortedSet<String>> actual = new TreeMap<>();
    program.files().get(0).unit().walk(node -> describe(node, plan, actual));
    assertThat(actual).isEqualTo(expected(source));
  }

  ParsedProgram parse(String source) throws IOException {
    Path file = folder.resolve("A.java");
    Files.writeString(file, source);
    ParsedProgram program = SourceParser.parse(List.of(file), CLASS_PATH, 17);
    assertThat(program.diagnostics()).isEmpty();
    return program;
  }

  private static SortedMap<Integer, SortedSet<String>> expected(String source) {
    SortedMap<Integer, SortedSet<String>> expected = new TreeMap<>();
    List<String> lines = source.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int mark = lines.get(i).indexOf("//:");
      if (mark >= 0) {
        String tags = lines.get(i).substring(mark + 3).strip();
        expected.put(i + 1, new TreeSet<>(Arrays.asList(tags.split(" "))));
      }
    }
    return expected;
  }

  private static void describe(Node node, Plan plan, SortedMap<Integer, SortedSet<String>> actual) {
    Concatenation.operands(node)
        .forEach(
            operand ->
                plan.implicitCalls(operand)
                    .forEach(
                        each -> tag(actual, operand, true, "unwinds:" + each.getSimpleName())));
    if (node instanceof MethodDeclaration method) {
      ExecutableElement element = (ExecutableElement) Attribution.of(method).element();
      tag(actual, method.getName(), plan.isResumable(method), "resumable");
      tag(actual, method.getName(), plan.hasTwin(element), "twin");
      tag(actual, method.getName(), plan.pollsAtEntry(method), "polls-at-entry");
    } else if (node instanceof MethodCallExpr call) {
      boolean inResumable =
          Stream.iterate((Node) call, Objects::nonNull, n -> n.getParentNode().orElse(null))
              .anyMatch(n -> n instanceof MethodDeclaration method && plan.isResumable(method));
      tag(actual, call, inResumable && plan.isCheckpointable(call), "unwinds");
    } else if (node instanceof Statement && node.containsData(PollKind.KEY)) {
      tag(actual, node, true, node.getData(PollKind.KEY).name());
      if (node instanceof ForEachStmt) {
        plan.implicitCalls(node)
            .forEach(each -> tag(actual, node, true, "unwinds:" + each.getSimpleName()));
      }
    } else if (node.containsData(Attribution.KEY)
        && node instanceof TypeDeclaration
        && Attribution.of(node).element() instanceof TypeElement type) {
      tag(actual, node, plan.isTask(type), "task");
    }
  }

  private static void tag(
      SortedMap<Integer, SortedSet<String>> actual, Node node, boolean holds, String tag) {
    if (holds) {
      int line = node.getBegin().orElseThrow().line;
      actual.computeIfAbsent(line, key -> new TreeSet<>()).add(tag);
    }
  }
}
