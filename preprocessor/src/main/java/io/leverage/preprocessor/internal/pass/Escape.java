package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import io.leverage.preprocessor.internal.analysis.PollKind;
import io.leverage.preprocessor.internal.parse.Attribution;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Where the value of an expression goes. */
final class Escape {
  private Escape() {}

  /** Tells whether code that can be captured may hold a value across a safepoint. */
  static boolean isKept(Expression e) {
    Node user = user(e);
    if (user instanceof ForEachStmt loop) {
      return Marks.isHot(loop.getBody())
          || (loop.containsData(PollKind.KEY) && loop.getData(PollKind.KEY) != PollKind.NONE);
    }
    return !(user instanceof ExpressionStmt)
        || user.getParentNode().orElse(null) instanceof LambdaExpr;
  }

  /** Tells whether a value leaves a method that is never captured, so that others may hold it. */
  static boolean leaves(Expression e) {
    Node user = user(e);
    if (user instanceof VariableDeclarator variable) {
      return variable.getParentNode().orElse(null) instanceof FieldDeclaration
          || isGivenOn(variable);
    } else if (user instanceof AssignExpr assignment) {
      return !(assignment.getTarget() instanceof NameExpr target && Method.isLocal(target));
    } else if (user instanceof MethodCallExpr || user instanceof ObjectCreationExpr) {
      return isOfUserOrWraps((Expression) user);
    }
    return user instanceof ReturnStmt
        || user instanceof ExplicitConstructorInvocationStmt
        || (user instanceof ExpressionStmt
            && user.getParentNode().orElse(null) instanceof LambdaExpr);
  }

  /** Gets the node that takes the value of an expression, or of a choice or cast around it. */
  private static Node user(Expression e) {
    Node each = e.getParentNode().orElseThrow();
    while (each instanceof EnclosedExpr
        || each instanceof CastExpr
        || each instanceof ConditionalExpr) {
      each = each.getParentNode().orElseThrow();
    }
    return each;
  }

  private static boolean isOfUserOrWraps(Expression call) {
    Element callee = Attribution.of(call).element();
    Element owner = callee == null ? null : callee.getEnclosingElement();
    if (!(owner instanceof TypeElement type)) {
      return true;
    }
    String name = type.getQualifiedName().toString();
    return !name.startsWith("java.") || name.equals("java.util.Collections");
  }

  /** Tells whether a local is used for more than calls of its methods, or inside another body. */
  private static boolean isGivenOn(VariableDeclarator variable) {
    Node block = PatternPass.blockStatement(variable).getParentNode().orElseThrow();
    return block
        .findAll(NameExpr.class, use -> use.getNameAsString().equals(variable.getNameAsString()))
        .stream()
        .anyMatch(use -> Marks.isInForeign(use, block) || !isReceiver(use));
  }

  private static boolean isReceiver(NameExpr use) {
    Node parent = use.getParentNode().orElseThrow();
    return (parent instanceof MethodCallExpr call
            && call.getScope().filter(scope -> Marks.same(scope, use)).isPresent())
        || parent instanceof ForEachStmt;
  }
}
