package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.leverage.preprocessor.internal.parse.Assignments;
import java.util.ArrayList;
import java.util.List;

/** The operands of expressions. */
final class Operands {
  private Operands() {}

  /** Gets the expressions that an expression evaluates first, in their order. */
  static List<Expression> of(Expression e) {
    List<Expression> operands = new ArrayList<>();
    if (e instanceof MethodCallExpr call) {
      call.getScope().ifPresent(operands::add);
      operands.addAll(call.getArguments());
    } else if (e instanceof ObjectCreationExpr creation) {
      creation.getScope().ifPresent(operands::add);
      operands.addAll(creation.getArguments());
    } else if (e instanceof FieldAccessExpr access) {
      operands.add(access.getScope());
    } else if (e instanceof ArrayAccessExpr access) {
      operands.add(access.getName());
      operands.add(access.getIndex());
    } else if (e instanceof BinaryExpr binary) {
      operands.add(binary.getLeft());
      operands.add(binary.getRight());
    } else if (e instanceof UnaryExpr unary) {
      operands.add(unary.getExpression());
    } else if (e instanceof CastExpr cast) {
      operands.add(cast.getExpression());
    } else if (e instanceof InstanceOfExpr test) {
      operands.add(test.getExpression());
    } else if (e instanceof MethodReferenceExpr reference) {
      operands.add(reference.getScope());
    } else if (e instanceof ArrayCreationExpr creation) {
      creation.getLevels().forEach(level -> level.getDimension().ifPresent(operands::add));
      creation.getInitializer().ifPresent(operands::add);
    } else if (e instanceof ArrayInitializerExpr initializer) {
      operands.addAll(initializer.getValues());
    } else {
      throw new IllegalStateException("can't lower a " + e.getClass().getSimpleName());
    }
    // the target of ++ is not a value: its own operands are
    if (e instanceof UnaryExpr unary && Assignments.changes(unary)) {
      return ofTarget(unary.getExpression());
    }
    return operands;
  }

  /** Gets those of what is assigned to. */
  static List<Expression> ofTarget(Expression target) {
    Expression inner = target;
    while (inner instanceof EnclosedExpr enclosed) {
      inner = enclosed.getInner();
    }
    return inner instanceof NameExpr ? List.of() : of(inner);
  }
}
