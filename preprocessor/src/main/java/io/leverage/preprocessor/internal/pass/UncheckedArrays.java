package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithArguments;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/**
 * Temporaries for arrays that may be of another class than their expressions say, as {@code (T[])
 * new Object[n]} makes them. Where such an array is taken as an {@code Object[]}, nothing checks
 * its class, and a temporary must not do so either.
 */
final class UncheckedArrays {
  private final Method method;

  UncheckedArrays(Method method) {
    this.method = method;
  }

  /** Tells whether a value is such an array, and is not cast where it stands. */
  boolean isIn(Expression value) {
    Expression plain = ExpressionLowering.unwrap(value);
    if (!plain.containsData(Attribution.KEY)
        || !(Attribution.of(plain).type() instanceof ArrayType said)) {
      return false;
    }
    Element element = Attribution.of(plain).element();
    TypeMirror declared = said;
    if (element instanceof ExecutableElement callee && callee.getTypeParameters().isEmpty()) {
      declared = callee.getReturnType();
    } else if (element instanceof VariableElement variable) {
      declared = variable.asType();
    }
    String erased = method.erased(declared);
    return !erased.equals(method.erased(said)) && !isCast(value, erased);
  }

  // a().length, a()[i], a().clone(), f(a()) where f takes Integer[]
  private boolean isCast(Expression value, String declared) {
    Node parent = value.getParentNode().orElse(null);
    if (parent instanceof EnclosedExpr enclosed) {
      return isCast(enclosed, declared);
    } else if (parent instanceof ArrayAccessExpr access) {
      return Marks.same(access.getName(), value);
    } else if (parent instanceof NodeWithArguments<?> call
        && parent.containsData(Attribution.KEY)) {
      return !(Attribution.of(parent).element() instanceof ExecutableElement callee)
          || isCast(call.getArguments(), value, callee, declared);
    }
    return parent instanceof FieldAccessExpr;
  }

  private boolean isCast(
      List<Expression> arguments, Expression value, ExecutableElement callee, String declared) {
    for (int i = 0; i < arguments.size(); i++) {
      if (Marks.same(arguments.get(i), value)) {
        int parameter = Math.min(i, callee.getParameters().size() - 1);
        String taken = method.erased(callee.getParameters().get(parameter).asType());
        return !taken.equals(declared) && !taken.equals("java.lang.Object");
      }
    }
    return true; // the receiver
  }

  /** Declares a temporary for a value. */
  Local temporary(Expression value, TypeMirror type) {
    return isIn(value) ? method.flag("t$", "java.lang.Object") : method.temporary(type);
  }

  /** Makes the expression that stands for a value which a temporary holds. */
  // Object t = a.keys(); ... use(t) => ... use(Continuation.<K[]>as(t))
  Expression use(Local temporary, Expression value, TypeMirror type) {
    NameExpr name = new NameExpr(temporary.name());
    if (!isIn(value)) {
      return name;
    }
    Expression use = Source.at(value, method.source().expression("%s", typed(name, type)));
    use.setData(Marks.TYPED, true);
    return use;
  }

  /** Gives an expression a type; it is cast only where the context asks for one. */
  String typed(Object expression, TypeMirror type) {
    return Source.fill(
        "io.leverage.continuation.Continuation.<%s>as(%s)", method.text(type), expression);
  }
}
