package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the frame of a lambda can be written down: its resume body is a member of the class
 * around it, so the types that it uses need names that are known there.
 */
final class Convertibility {
  private Convertibility() {}

  /** Gives the reason why a lambda or method reference can't be made resumable; null if it can. */
  static @Nullable String obstacle(Expression lambda, DeclaredType target) {
    if (!target.getTypeArguments().stream().allMatch(Convertibility::isDenotable)) {
      return "its type has no name: " + target;
    }
    Node member = member(lambda);
    if (member == null) {
      return "it stands in the call of another constructor";
    }
    if (!(member instanceof MethodDeclaration)
        && lambda.findFirst(TypeDeclaration.class).isPresent()) {
      return "it declares a class, but stands in no method";
    }
    Set<Element> around = new HashSet<>();
    declared(member, lambda, around);
    Optional<Node> user = lambda.findFirst(Node.class, each -> mentions(each, around));
    return user.isPresent() || mentions(target, around)
        ? "it uses a class that is declared in the method around it"
        : null;
  }

  /** The member that a node stands in; null if it is in a constructor call, before {@code this}. */
  private static @Nullable Node member(Node node) {
    Node each = node;
    while (!(each instanceof BodyDeclaration)) {
      if (each instanceof ExplicitConstructorInvocationStmt) {
        return null;
      }
      each = each.getParentNode().orElseThrow();
    }
    return each;
  }

  @SuppressWarnings("ReferenceEquality") // equality of nodes is equality of their texts
  private static void declared(Node node, Node except, Set<Element> found) {
    for (Node child : node.getChildNodes()) {
      if (child == except) {
        continue;
      }
      if (child instanceof TypeDeclaration) {
        found.add(Objects.requireNonNull(Attribution.of(child).element()));
      } else if (child instanceof ObjectCreationExpr creation
          && creation.getAnonymousClassBody().isPresent()
          && Attribution.of(creation).element() instanceof ExecutableElement constructor
          && !isAncestor(child, except)) {
        found.add(constructor.getEnclosingElement());
      }
      declared(child, except, found);
    }
  }

  @SuppressWarnings("ReferenceEquality") // equality of nodes is equality of their texts
  private static boolean isAncestor(Node node, Node descendant) {
    for (Node each = descendant; each != null; each = each.getParentNode().orElse(null)) {
      if (each == node) {
        return true;
      }
    }
    return false;
  }

  private static boolean mentions(Node node, Set<Element> classes) {
    if (classes.isEmpty() || !node.containsData(Attribution.KEY)) {
      return false;
    }
    Attribution attribution = Attribution.of(node);
    Element element = attribution.element();
    return (attribution.type() != null && mentions(attribution.type(), classes))
        || (element instanceof TypeElement && isIn(element, classes))
        || ((element instanceof ExecutableElement || element instanceof VariableElement)
            && isIn(element.getEnclosingElement(), classes));
  }

  private static boolean mentions(TypeMirror type, Set<Element> classes) {
    if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
      return isIn(declared.asElement(), classes)
          || declared.getTypeArguments().stream().anyMatch(each -> mentions(each, classes));
    }
    return type instanceof ArrayType array && mentions(array.getComponentType(), classes);
  }

  private static boolean isIn(@Nullable Element element, Set<Element> classes) {
    for (Element each = element; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (classes.contains(each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDenotable(TypeMirror type) {
    return switch (type.getKind()) {
      case TYPEVAR ->
          Character.isJavaIdentifierStart(
              ((TypeVariable) type).asElement().getSimpleName().toString().charAt(0));
      case ARRAY -> isDenotable(((ArrayType) type).getComponentType());
      case WILDCARD -> {
        WildcardType wildcard = (WildcardType) type;
        yield (wildcard.getExtendsBound() == null || isDenotable(wildcard.getExtendsBound()))
            && (wildcard.getSuperBound() == null || isDenotable(wildcard.getSuperBound()));
      }
      case DECLARED ->
          !((DeclaredType) type).asElement().getSimpleName().isEmpty()
              && ((DeclaredType) type)
                  .getTypeArguments().stream().allMatch(Convertibility::isDenotable);
      default -> type.getKind().isPrimitive();
    };
  }
}
