package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.SwitchStmt;
import io.leverage.preprocessor.DiagnosticId;

/** Refuses by name what can't be transformed exactly. */
final class RefusePass {
  private RefusePass() {}

  static void apply(Method method) {
    Marks.walk(method.body(), node -> check(method, node));
  }

  private static void check(Method method, Node node) {
    if (node instanceof RecordPatternExpr) {
      method.refuse(
          DiagnosticId.PATTERN_IN_MOBILE_METHOD,
          node,
          "record patterns in a method that can be captured are not supported yet",
          "use a type pattern and the record's accessors, or move the test to a method of its own"
              + " without safepoints");
    } else if ((node instanceof SwitchStmt || node instanceof SwitchExpr)
        && hasPatterns((SwitchNode) node)
        && Marks.isHot(node)) {
      method.refuse(
          DiagnosticId.PATTERN_IN_MOBILE_METHOD,
          node,
          "a switch with patterns, or with case null, around a safepoint is not supported yet",
          "use if statements with instanceof");
    }
  }

  private static boolean hasPatterns(SwitchNode node) {
    return node.getEntries().stream()
        .anyMatch(
            entry ->
                entry.getGuard().isPresent()
                    || entry.getLabels().stream()
                        .anyMatch(label -> label.isPatternExpr() || label.isNullLiteralExpr()));
  }
}
