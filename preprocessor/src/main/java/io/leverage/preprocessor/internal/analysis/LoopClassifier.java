package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a loop polls.
 *
 * <p>A counted, call-free innermost loop need not poll in each iteration: its length is known when
 * it starts. Anything else might go on for ever.
 */
final class LoopClassifier {
  private static final int SMALL = 64;

  private LoopClassifier() {}

  static PollKind classify(Statement loop) {
    if (!(loop instanceof ForStmt counted) || !isCallFree(counted.getBody())) {
      return PollKind.EVERY_ITERATION;
    }
    CountedLoop shape = CountedLoop.of(counted, assigned(counted.getBody()));
    if (shape == null) {
      return PollKind.EVERY_ITERATION;
    }
    return shape.iterations().orElse(Long.MAX_VALUE) <= SMALL
        ? PollKind.NONE
        : PollKind.STRIP_MINED;
  }

  static boolean isLoop(Node node) {
    return node instanceof ForStmt
        || node instanceof ForEachStmt
        || node instanceof WhileStmt
        || node instanceof DoStmt;
  }

  private static boolean isCallFree(Statement body) {
    return body.findFirst(Node.class, LoopClassifier::spoils).isEmpty();
  }

  // Nothing here can run for long or leave the loop in a way that strips would have to know of.
  private static boolean spoils(Node node) {
    return isLoop(node)
        || (node instanceof MethodCallExpr call && !isMath(call))
        || node instanceof ObjectCreationExpr
        || node instanceof LambdaExpr
        || node instanceof MethodReferenceExpr
        || node instanceof SwitchExpr
        || node instanceof TypeDeclaration
        || node instanceof LabeledStmt
        || node instanceof TryStmt
        || node instanceof SynchronizedStmt
        || (node instanceof BreakStmt jump && jump.getLabel().isPresent())
        || (node instanceof ContinueStmt back && back.getLabel().isPresent());
  }

  private static boolean isMath(MethodCallExpr call) {
    return Attribution.of(call).element() instanceof ExecutableElement method
        && method.getEnclosingElement() instanceof TypeElement type
        && (type.getQualifiedName().contentEquals("java.lang.Math")
            || type.getQualifiedName().contentEquals("java.lang.StrictMath"));
  }

  private static Set<Element> assigned(Statement body) {
    Set<Element> assigned = new HashSet<>();
    body.walk(
        node -> {
          Element variable = null;
          if (node instanceof AssignExpr assignment) {
            variable = variable(assignment.getTarget());
          } else if (node instanceof UnaryExpr unary && changes(unary)) {
            variable = variable(unary.getExpression());
          } else if (node instanceof VariableDeclarator declared) {
            variable = Attribution.of(declared).element();
          }
          if (variable != null) {
            assigned.add(variable);
          }
        });
    return assigned;
  }

  static boolean changes(UnaryExpr unary) {
    return switch (unary.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  private static @Nullable Element variable(Expression target) {
    Expression inner = target;
    while (inner.isEnclosedExpr()) {
      inner = inner.asEnclosedExpr().getInner();
    }
    return inner instanceof NameExpr name ? Attribution.of(name).element() : null;
  }
}
