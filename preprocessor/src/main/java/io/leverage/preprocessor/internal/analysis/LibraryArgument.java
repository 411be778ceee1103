package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithArguments;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Tells where a lambda is given to a library that takes lambdas, so is likely to call it. */
final class LibraryArgument {
  private LibraryArgument() {}

  /**
   * Names the library's method that a lambda is an argument of; null if there is none.
   *
   * @param value the lambda, or a variable that holds it
   * @param what how to call it
   */
  static @Nullable String to(Node value, String what, CallGraph graph) {
    Node argument = value;
    Node place = value.getParentNode().orElseThrow();
    while (place instanceof EnclosedExpr
        || place instanceof CastExpr
        || place instanceof ConditionalExpr) {
      argument = place;
      place = place.getParentNode().orElseThrow();
    }
    if (!(place instanceof NodeWithArguments<?> call)
        || !place.containsData(Attribution.KEY)
        || !(Attribution.of(place).element() instanceof ExecutableElement callee)
        || graph.isSource(callee)) {
      return null;
    }
    VariableElement parameter = parameter(call, callee, argument);
    if (parameter == null || parameter.asType().getKind() != TypeKind.DECLARED) {
      return null; // what takes anything, such as List.add, keeps it
    }
    String type = Objects.requireNonNull(callee.getEnclosingElement()).getSimpleName().toString();
    return what
        + " is given to "
        + (callee.getKind() == ElementKind.CONSTRUCTOR
            ? "new " + type
            : type + "." + callee.getSimpleName())
        + "(), whose frames can't be captured";
  }

  @SuppressWarnings("ReferenceEquality") // equality of nodes is equality of their texts
  private static @Nullable VariableElement parameter(
      NodeWithArguments<?> call, ExecutableElement callee, Node argument) {
    List<? extends VariableElement> parameters = callee.getParameters();
    for (int i = 0; i < call.getArguments().size(); i++) {
      if (call.getArgument(i) == argument && !parameters.isEmpty()) {
        return parameters.get(Math.min(i, parameters.size() - 1));
      }
    }
    return null;
  }
}
