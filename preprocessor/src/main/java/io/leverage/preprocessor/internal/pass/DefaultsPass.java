package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import io.leverage.preprocessor.internal.parse.Assignments;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives every local a value from its declaration on, so that a frame can be saved wherever the
 * liveness analysis is more careful than javac's definite assignment.
 */
final class DefaultsPass {
  private DefaultsPass() {}

  static void apply(Method method) {
    Map<String, Integer> assignments = new HashMap<>();
    Marks.walk(method.body(), node -> count(node, assignments));
    Marks.walk(
        method.body(),
        node -> {
          if (node instanceof VariableDeclarator variable
              && variable.getInitializer().isEmpty()
              && !(variable.getParentNode().orElseThrow().getParentNode().orElse(null)
                  instanceof ForEachStmt)) {
            initialize(method, variable, assignments);
          }
        });
  }

  // T x; => T x = null;
  private static void initialize(
      Method method, VariableDeclarator variable, Map<String, Integer> assignments) {
    String name = variable.getNameAsString();
    if (variable.containsData(Marks.FRESH)) {
      if (assignments.getOrDefault(name, 0) > 1) {
        method.copied().add(name);
      }
      return;
    }
    Local local = method.locals().get(name);
    variable.setInitializer(
        method
            .source()
            .expression(
                local == null
                    ? Local.defaultOf(variable.getTypeAsString())
                    : local.defaultValue()));
    ((VariableDeclarationExpr) variable.getParentNode().orElseThrow())
        .getModifiers()
        .removeIf(each -> each.getKeyword() == Modifier.Keyword.FINAL);
    method.copied().add(name);
  }

  private static void count(Node node, Map<String, Integer> assignments) {
    if (node instanceof AssignExpr assignment) {
      count(assignment.getTarget(), assignments);
    } else if (node instanceof UnaryExpr unary && Assignments.changes(unary)) {
      count(unary.getExpression(), assignments);
    }
  }

  private static void count(Expression target, Map<String, Integer> assignments) {
    if (ExpressionLowering.unwrap(target) instanceof NameExpr name) {
      assignments.merge(name.getNameAsString(), 1, Integer::sum);
    }
  }
}
