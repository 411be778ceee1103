package io.leverage.preprocessor.internal.parse;

import com.github.javaparser.ast.expr.UnaryExpr;

/** Which operators assign to their operand. */
public final class Assignments {
  private Assignments() {}

  /** Tells whether an operator is one of {@code ++} and {@code --}. */
  public static boolean changes(UnaryExpr unary) {
    return switch (unary.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }
}
