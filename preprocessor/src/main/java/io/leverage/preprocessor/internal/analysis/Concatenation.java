package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds the objects that become text in a concatenation of strings (JLS 15.18.1). */
public final class Concatenation {
  private static final String STRING = "java.lang.String";

  private Concatenation() {}

  /**
   * Gets the operands of a node whose {@code toString} it calls.
   *
   * @param node any node
   * @return none if it doesn't concatenate strings
   */
  public static List<Expression> operands(Node node) {
    Stream<Expression> operands = Stream.empty();
    if (node instanceof BinaryExpr binary
        && binary.getOperator() == BinaryExpr.Operator.PLUS
        && isString(type(binary))) {
      operands = Stream.of(binary.getLeft(), binary.getRight());
    } else if (node instanceof AssignExpr assignment
        && assignment.getOperator() == AssignExpr.Operator.PLUS
        && isString(type(assignment.getTarget()))) {
      operands = Stream.of(assignment.getValue());
    }
    return operands.filter(each -> isObject(type(each))).toList();
  }

  @SuppressWarnings("ReferenceEquality") // equality of nodes is equality of their texts
  static boolean isOperand(Node node) {
    return node.getParentNode().isPresent()
        && operands(node.getParentNode().get()).stream().anyMatch(each -> each == node);
  }

  /** The type of an expression, which may be in parentheses. */
  static @Nullable TypeMirror type(Node expression) {
    Node inner = expression;
    while (inner instanceof EnclosedExpr enclosed) {
      inner = enclosed.getInner();
    }
    return inner.containsData(Attribution.KEY) ? Attribution.of(inner).type() : null;
  }

  private static boolean isString(@Nullable TypeMirror type) {
    return type != null && type.toString().equals(STRING);
  }

  private static boolean isObject(@Nullable TypeMirror type) {
    return type != null
        && !isString(type)
        && (type.getKind() == TypeKind.DECLARED
            || type.getKind() == TypeKind.TYPEVAR
            || type.getKind() == TypeKind.INTERSECTION);
  }
}
