package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.ThisExpr;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Names the object that a call without a scope is made on. */
final class Receiver {
  private Receiver() {}

  // get() => this.get(), or Outer.this.get() where an outer class has the method
  static Expression of(MethodCallExpr call, ExecutableElement callee, Types types) {
    Element wanted = Objects.requireNonNull(callee.getEnclosingElement());
    TypeElement innermost = Host.classAround(call);
    Element each = innermost;
    while (each != null) {
      if (each instanceof TypeElement type
          && types.isSubtype(types.erasure(type.asType()), types.erasure(wanted.asType()))) {
        return Source.at(call, self(type, type.equals(innermost)));
      }
      each = each.getEnclosingElement();
    }
    throw new IllegalStateException("no receiver for " + call);
  }

  private static Expression self(TypeElement type, boolean innermost) {
    ThisExpr self = new ThisExpr();
    if (!innermost) {
      self.setTypeName(new Name(type.getSimpleName().toString()));
    }
    TypeMirror seen = type.asType();
    self.setData(Attribution.KEY, new Attribution(seen, null, null));
    return self;
  }
}
