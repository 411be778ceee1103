package io.leverage.preprocessor.internal.parse;

import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** The constants of literals, of constant variables, and of both in parentheses or negated. */
final class Constants {
  private Constants() {}

  static @Nullable Object of(Tree tree, @Nullable Element element) {
    if (tree instanceof LiteralTree literal) {
      return literal.getValue();
    } else if (tree instanceof ParenthesizedTree parenthesized) {
      return of(parenthesized.getExpression(), element);
    } else if (tree instanceof UnaryTree unary && unary.getKind() == Tree.Kind.UNARY_MINUS) {
      return negated(of(unary.getExpression(), element));
    } else if (element instanceof VariableElement variable) {
      return variable.getConstantValue();
    }
    return null;
  }

  private static @Nullable Object negated(@Nullable Object constant) {
    if (constant instanceof Integer i) {
      return -i;
    } else if (constant instanceof Long l) {
      return -l;
    } else if (constant instanceof Float f) {
      return -f;
    } else if (constant instanceof Double d) {
      return -d;
    }
    return null;
  }
}
