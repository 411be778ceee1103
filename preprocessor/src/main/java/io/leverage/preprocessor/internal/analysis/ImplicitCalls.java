package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds the methods that code calls without naming them (JLS 14.14.2, 14.20.3 and 15.18.1). */
final class ImplicitCalls {
  private final Types types;
  private final Elements elements;

  ImplicitCalls(Types types, Elements elements) {
    this.types = types;
    this.elements = elements;
  }

  /** The methods that a loop, a resource or an operand of a concatenation calls, in their order. */
  List<ExecutableElement> of(Node node) {
    if (node instanceof ForEachStmt loop) {
      return iteration(Attribution.of(loop.getIterable()).type());
    }
    if (Concatenation.isOperand(node)) {
      ExecutableElement text = method(Concatenation.type(node), "toString");
      return text == null ? List.of() : List.of(text);
    }
    Node resource =
        node instanceof VariableDeclarationExpr declaration ? declaration.getVariable(0) : node;
    ExecutableElement close = method(Attribution.of(resource).type(), "close");
    return close == null ? List.of() : List.of(close);
  }

  private List<ExecutableElement> iteration(@Nullable TypeMirror iterable) {
    ExecutableElement iterator = method(iterable, "iterator");
    if (iterator == null) {
      return List.of(); // an array
    }
    ExecutableElement hasNext = method(iterator.getReturnType(), "hasNext");
    ExecutableElement next = method(iterator.getReturnType(), "next");
    return hasNext == null || next == null ? List.of() : List.of(iterator, hasNext, next);
  }

  private @Nullable ExecutableElement method(@Nullable TypeMirror type, String name) {
    if (type instanceof TypeVariable variable) {
      return method(variable.getUpperBound(), name);
    } else if (type instanceof WildcardType wildcard) {
      return method(wildcard.getExtendsBound(), name);
    } else if (type instanceof IntersectionType parts && type.getKind() == TypeKind.INTERSECTION) {
      return parts.getBounds().stream()
          .map(each -> method(each, name))
          .filter(each -> each != null)
          .findFirst()
          .orElse(null);
    }
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? ElementFilter.methodsIn(elements.getAllMembers(element)).stream()
            .filter(each -> each.getSimpleName().contentEquals(name))
            .filter(each -> each.getParameters().isEmpty())
            .filter(each -> !each.getModifiers().contains(Modifier.STATIC))
            .reduce((one, other) -> types.isSubtype(owner(other), owner(one)) ? other : one)
            .orElse(null)
        : null;
  }

  private TypeMirror owner(ExecutableElement method) {
    return types.erasure(Objects.requireNonNull(method.getEnclosingElement()).asType());
  }
}
