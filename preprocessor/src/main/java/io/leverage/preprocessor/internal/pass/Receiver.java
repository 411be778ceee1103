package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.ThisExpr;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Writes what a call is made on so that it can be an argument. */
final class Receiver {
  private Receiver() {}

  static void write(
      MethodCallExpr call,
      ExecutableElement callee,
      Source source,
      Types types,
      TypeNames typeNames) {
    if (call.getScope().isEmpty()) {
      call.setScope(named(call, callee, types));
    } else if (call.getScope().get().containsData(Attribution.KEY)) {
      typed(call, callee, source, types, typeNames);
    }
  }

  // x.get() => ((Supplier<X>) x).get(), where x has several types and a local may have but one
  private static void typed(
      MethodCallExpr call,
      ExecutableElement callee,
      Source source,
      Types types,
      TypeNames typeNames) {
    Expression scope = call.getScope().orElseThrow();
    TypeMirror type = ExpressionLowering.type(scope);
    TypeMirror several =
        type instanceof TypeVariable variable && TypeNames.isCaptured(type)
            ? variable.getUpperBound()
            : type;
    DeclaredType wanted =
        several.getKind() == TypeKind.INTERSECTION ? parent(several, callee, types) : null;
    if (wanted == null) {
      return;
    }
    CastExpr cast = new CastExpr(source.type(typeNames.text(wanted)), new ThisExpr());
    EnclosedExpr enclosed = Source.at(scope, new EnclosedExpr(Source.at(scope, cast)));
    enclosed.setData(Attribution.KEY, new Attribution(wanted, null, null));
    cast.setData(Attribution.KEY, new Attribution(wanted, null, null));
    call.setScope(enclosed);
    cast.setExpression(scope); // last: a node that is replaced loses its parent
  }

  private static @Nullable DeclaredType parent(
      TypeMirror type, ExecutableElement callee, Types types) {
    if (type instanceof DeclaredType declared
        && declared.asElement().equals(callee.getEnclosingElement())) {
      return declared;
    }
    for (TypeMirror each : types.directSupertypes(type)) {
      DeclaredType found = parent(each, callee, types);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  // get() => this.get(), or Outer.this.get() where an outer class has the method
  private static Expression named(MethodCallExpr call, ExecutableElement callee, Types types) {
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
