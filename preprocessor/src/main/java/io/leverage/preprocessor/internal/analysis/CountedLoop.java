package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ForStmt;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.OptionalLong;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A loop {@code for (int i = first; i < bound; i += step)} whose variable only its update changes
 * and whose bound nothing in it changes. It may end earlier for other reasons.
 */
final class CountedLoop {
  private final Expression first;
  private final BinaryExpr condition;
  private final long step;

  private CountedLoop(Expression first, BinaryExpr condition, long step) {
    this.first = first;
    this.condition = condition;
    this.step = step;
  }

  /** Reads a loop; null if it isn't counted. */
  static @Nullable CountedLoop of(ForStmt loop, Set<Element> assigned) {
    VariableDeclarator declared = declared(loop);
    if (declared == null
        || kind(declared) != TypeKind.INT
        || loop.getUpdate().size() != 1
        || !(loop.getCompare().orElse(null) instanceof BinaryExpr condition)) {
      return null;
    }
    Element variable = Attribution.of(declared).element();
    long step = step(loop.getUpdate().get(0), variable);
    Expression first = declared.getInitializer().orElse(null);
    BinaryExpr bound = bound(condition, variable, step, assigned);
    return bound == null || first == null || assigned.contains(variable)
        ? null
        : new CountedLoop(first, bound, step);
  }

  // i < bound, or the first such part of i < bound && more
  private static @Nullable BinaryExpr bound(
      BinaryExpr condition, @Nullable Element variable, long step, Set<Element> assigned) {
    if (condition.getOperator() == BinaryExpr.Operator.AND) {
      BinaryExpr bound =
          condition.getLeft() instanceof BinaryExpr left
              ? bound(left, variable, step, assigned)
              : null;
      return bound == null && condition.getRight() instanceof BinaryExpr right
          ? bound(right, variable, step, assigned)
          : bound;
    }
    return refersTo(condition.getLeft(), variable)
            && pointsTowards(condition.getOperator(), step)
            && isInvariant(condition.getRight(), variable, assigned)
        ? condition
        : null;
  }

  /** The number of iterations, if it is known. */
  OptionalLong iterations() {
    if (!(Attribution.of(first).constant() instanceof Integer from)
        || !(Attribution.of(condition.getRight()).constant() instanceof Integer to)) {
      return OptionalLong.empty();
    }
    long distance = step > 0 ? (long) to - from : (long) from - to;
    boolean inclusive =
        condition.getOperator() == BinaryExpr.Operator.LESS_EQUALS
            || condition.getOperator() == BinaryExpr.Operator.GREATER_EQUALS;
    long span = inclusive ? distance + 1 : distance;
    long stride = Math.abs(step);
    // A bound at the end of the range wraps around instead of ending the loop.
    boolean wraps = inclusive && (to == Integer.MAX_VALUE || to == Integer.MIN_VALUE);
    return wraps
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(0, (span + stride - 1) / stride));
  }

  private static @Nullable VariableDeclarator declared(ForStmt loop) {
    return loop.getInitialization().size() == 1
            && loop.getInitialization().get(0).isVariableDeclarationExpr()
            && loop.getInitialization().get(0).asVariableDeclarationExpr().getVariables().size()
                == 1
        ? loop.getInitialization().get(0).asVariableDeclarationExpr().getVariable(0)
        : null;
  }

  /** What an update adds; 0 if it is no constant. */
  private static long step(Expression update, @Nullable Element variable) {
    if (update instanceof UnaryExpr unary && refersTo(unary.getExpression(), variable)) {
      return switch (unary.getOperator()) {
        case PREFIX_INCREMENT, POSTFIX_INCREMENT -> 1;
        case PREFIX_DECREMENT, POSTFIX_DECREMENT -> -1;
        default -> 0;
      };
    }
    if (update instanceof AssignExpr assignment
        && refersTo(assignment.getTarget(), variable)
        && Attribution.of(assignment.getValue()).constant() instanceof Integer constant) {
      return switch (assignment.getOperator()) {
        case PLUS -> constant;
        case MINUS -> -(long) constant;
        default -> 0;
      };
    }
    return 0;
  }

  private static boolean pointsTowards(BinaryExpr.Operator operator, long step) {
    return switch (operator) {
      case LESS, LESS_EQUALS -> step > 0;
      case GREATER, GREATER_EQUALS -> step < 0;
      default -> false;
    };
  }

  private static boolean refersTo(Expression expression, @Nullable Element variable) {
    return expression instanceof NameExpr name
        && variable != null
        && variable.equals(Attribution.of(name).element());
  }

  private static boolean isInvariant(
      Expression bound, @Nullable Element variable, Set<Element> assigned) {
    if (!isInt(kind(bound))) {
      return false;
    }
    if (Attribution.of(bound).constant() != null) {
      return true;
    } else if (bound.isEnclosedExpr()) {
      return isInvariant(bound.asEnclosedExpr().getInner(), variable, assigned);
    } else if (bound instanceof BinaryExpr sum) {
      return switch (sum.getOperator()) {
        case PLUS, MINUS, MULTIPLY ->
            isInvariant(sum.getLeft(), variable, assigned)
                && isInvariant(sum.getRight(), variable, assigned);
        default -> false;
      };
    } else if (bound instanceof FieldAccessExpr access
        && access.getNameAsString().equals("length")
        && kind(access.getScope()) == TypeKind.ARRAY) {
      return isFixed(access.getScope(), variable, assigned);
    }
    return isFixed(bound, variable, assigned);
  }

  private static TypeKind kind(Node node) {
    TypeMirror type = Attribution.of(node).type();
    return type == null ? TypeKind.NONE : type.getKind();
  }

  private static boolean isInt(TypeKind kind) {
    return kind == TypeKind.INT
        || kind == TypeKind.SHORT
        || kind == TypeKind.BYTE
        || kind == TypeKind.CHAR;
  }

  private static boolean isFixed(
      Expression expression, @Nullable Element variable, Set<Element> assigned) {
    Element element = Attribution.of(expression).element();
    if (element == null || element.equals(variable) || assigned.contains(element)) {
      return false;
    }
    boolean simple =
        expression instanceof NameExpr
            || (expression instanceof FieldAccessExpr access && access.getScope().isThisExpr());
    boolean fixed =
        element.getKind() == ElementKind.LOCAL_VARIABLE
            || element.getKind() == ElementKind.PARAMETER
            || (element.getKind() == ElementKind.FIELD
                && element.getModifiers().contains(Modifier.FINAL));
    return simple && fixed;
  }
}
