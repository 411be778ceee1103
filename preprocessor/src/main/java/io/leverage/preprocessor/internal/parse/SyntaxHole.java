package io.leverage.preprocessor.internal.parse;

import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import io.leverage.preprocessor.Diagnostic;
import io.leverage.preprocessor.DiagnosticId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What JavaParser can't read though javac can, by name where we know it. */
final class SyntaxHole {
  private SyntaxHole() {}

  static Diagnostic describe(Path path, TreeIndex index, List<Problem> problems) {
    Optional<TreeIndex.Construct> known = index.knownHole();
    Position position =
        problems.stream()
            .flatMap(problem -> problem.getLocation().stream())
            .flatMap(location -> location.getBegin().getRange().stream())
            .map(range -> range.begin)
            .findFirst()
            .orElse(new Position(1, 1));
    int line = known.map(TreeIndex.Construct::line).orElse(position.line);
    int column = known.map(TreeIndex.Construct::column).orElse(position.column);
    String construct =
        known.map(TreeIndex.Construct::name).orElseGet(() -> "this: " + firstLine(problems));
    return DiagnosticId.UNSUPPORTED_SYNTAX.at(
        path,
        line,
        column,
        "the preprocessor can't read " + construct,
        known
            .map(TreeIndex.Construct::remedy)
            .orElse("rewrite the construct, or move it to a file that need not be preprocessed"),
        List.of());
  }

  /** A file whose class is implicit. */
  static Diagnostic compact(Path path) {
    return DiagnosticId.UNSUPPORTED_SYNTAX.at(
        path,
        1,
        1,
        "the preprocessor can't read a compact source file, whose class is implicit",
        "declare a class with a main method in it",
        List.of());
  }

  private static String firstLine(List<Problem> problems) {
    return problems.stream()
        .map(Problem::getMessage)
        .flatMap(String::lines)
        .findFirst()
        .orElse("its syntax is unknown");
  }
}
