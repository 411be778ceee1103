package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.type.ArrayType;

/** Turns declarations into assignments, where the variable is declared elsewhere. */
public final class Declarations {
  private Declarations() {}

  /** Makes an initialiser an expression that can stand anywhere. */
  static Expression freeStanding(Expression initializer, ArrayType type) {
    if (!(initializer instanceof ArrayInitializerExpr values)) {
      return initializer;
    }
    ArrayCreationExpr creation = new ArrayCreationExpr(type.getElementType().clone());
    creation.setLevels(new NodeList<>());
    for (int i = 0; i < type.getArrayLevel(); i++) {
      creation.getLevels().add(new com.github.javaparser.ast.ArrayCreationLevel());
    }
    creation.setInitializer(values.clone());
    return creation;
  }

  /** Makes {@code x = e} of {@code T x = e}, which must have an initialiser. */
  // T x = e => x = e
  public static AssignExpr assignment(VariableDeclarator variable) {
    Expression value = variable.getInitializer().orElseThrow().clone();
    if (value instanceof ArrayInitializerExpr && variable.getType() instanceof ArrayType type) {
      value = freeStanding(value, type);
    }
    return Source.at(
        variable,
        new AssignExpr(
            new NameExpr(variable.getNameAsString()), value, AssignExpr.Operator.ASSIGN));
  }
}
