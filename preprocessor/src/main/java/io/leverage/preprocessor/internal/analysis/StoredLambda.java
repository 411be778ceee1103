package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.NameExpr;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * A lambda that is kept in a local variable, and the uses of the variable in the same method.
 *
 * @param uses where the variable is read
 * @param name the variable's name
 */
record StoredLambda(List<NameExpr> uses, String name) {

  /** Finds the variable that a lambda is stored in; null if there is none. */
  static @Nullable StoredLambda of(Node lambda) {
    Node value = lambda;
    Node place = lambda.getParentNode().orElseThrow();
    while (place instanceof EnclosedExpr
        || place instanceof CastExpr
        || place instanceof ConditionalExpr) {
      value = place;
      place = value.getParentNode().orElseThrow();
    }
    Node variable =
        place instanceof VariableDeclarator
            ? place
            : place instanceof AssignExpr assignment && assignment.getTarget().isNameExpr()
                ? assignment.getTarget()
                : null;
    if (variable == null
        || !(Attribution.of(variable).element() instanceof VariableElement local)
        || local.getKind() != ElementKind.LOCAL_VARIABLE) {
      return null;
    }
    return new StoredLambda(
        member(lambda).findAll(NameExpr.class, each -> reads(each, local)),
        local.getSimpleName().toString());
  }

  /** Names the library's method that the variable is given to; null if there is none. */
  @Nullable String given(CallGraph graph) {
    return uses.stream()
        .map(use -> LibraryArgument.to(use, "'" + name + "', which holds it,", graph))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Tells whether nothing else is done with the variable. */
  boolean isOnlyGiven(CallGraph graph) {
    return uses.stream().allMatch(use -> LibraryArgument.to(use, name, graph) != null);
  }

  private static BodyDeclaration<?> member(Node node) {
    Optional<Node> each = node.getParentNode();
    while (!(each.orElseThrow() instanceof BodyDeclaration<?>)) {
      each = each.get().getParentNode();
    }
    return (BodyDeclaration<?>) each.get();
  }

  private static boolean reads(NameExpr name, Element local) {
    return name.containsData(Attribution.KEY)
        && local.equals(Attribution.of(name).element())
        && !(name.getParentNode().orElse(null) instanceof AssignExpr assignment
            && assignment.getTarget().equals(name));
  }
}
