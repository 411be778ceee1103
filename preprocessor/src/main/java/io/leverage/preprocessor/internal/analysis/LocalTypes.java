package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;

/**
 * Tells local types apart: those of ordinary methods are made members, so their methods can be
 * captured. Those of constructors, initialisers, lambdas and anonymous classes stay where they are.
 */
final class LocalTypes {
  private LocalTypes() {}

  /** Tells whether a type's methods can't be captured because of where it is declared. */
  static boolean isPinned(Node type) {
    Node each = type.getParentNode().orElse(null);
    while (each != null) {
      if (each instanceof LambdaExpr
          || (each instanceof BodyDeclaration
              && !(each instanceof TypeDeclaration)
              && !(each instanceof MethodDeclaration method && isMember(method)))) {
        return true;
      }
      each = each.getParentNode().orElse(null);
    }
    return false;
  }

  private static boolean isMember(MethodDeclaration method) {
    return method.getParentNode().orElse(null) instanceof TypeDeclaration;
  }
}
