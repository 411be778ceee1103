package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.type.TypeParameter;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The class that the generated members of a lambda become members of, and the lambda's place in it.
 */
final class Host {
  private final BodyDeclaration<?> around;
  private final Node type;
  private final TypeElement element;
  private final Elements elements;
  private final TypeNames typeNames;

  private Host(
      BodyDeclaration<?> around,
      Node type,
      TypeElement element,
      Elements elements,
      TypeNames typeNames) {
    this.around = around;
    this.type = type;
    this.element = element;
    this.elements = elements;
    this.typeNames = typeNames;
  }

  static Host of(LambdaExpr lambda, Elements elements, TypeNames typeNames) {
    BodyDeclaration<?> around = member(lambda);
    Node type = around.getParentNode().orElseThrow();
    return new Host(around, type, element(type), elements, typeNames);
  }

  private static BodyDeclaration<?> member(Node node) {
    Node each = node.getParentNode().orElseThrow();
    while (!(each instanceof BodyDeclaration<?> member)) {
      each = each.getParentNode().orElseThrow();
    }
    return member;
  }

  /** Gets the innermost class that a node of a member stands in. */
  static TypeElement classAround(Node node) {
    return element(member(node).getParentNode().orElseThrow());
  }

  /** Gets a class, an anonymous one too, as javac sees it. */
  static TypeElement element(Node type) {
    @Nullable Element element = Attribution.of(type).element();
    if (type instanceof ObjectCreationExpr || type instanceof EnumConstantDeclaration) {
      for (BodyDeclaration<?> member : membersOf(type)) {
        if (member instanceof MethodDeclaration method && method.containsData(Attribution.KEY)) {
          element = Attribution.of(method).element();
        }
      }
    }
    while (!(element instanceof TypeElement)) {
      if (element == null) {
        throw new IllegalStateException("no class around a lambda in " + type);
      }
      element = element.getEnclosingElement();
    }
    return (TypeElement) element;
  }

  /** Gets the members of a class, of an anonymous one too. */
  static NodeList<BodyDeclaration<?>> membersOf(Node type) {
    if (type instanceof TypeDeclaration<?> declared) {
      return declared.getMembers();
    } else if (type instanceof ObjectCreationExpr creation) {
      return creation.getAnonymousClassBody().orElseThrow();
    }
    return ((EnumConstantDeclaration) type).getClassBody();
  }

  Node type() {
    return type;
  }

  NodeList<BodyDeclaration<?>> members() {
    return membersOf(type);
  }

  HostKind kind() {
    return HostKind.of(type);
  }

  /** The erased type of the class, as source text. */
  String self() {
    return typeNames.erased(element.asType());
  }

  /** The binary name of the class. */
  String name() {
    return elements.getBinaryName(element).toString();
  }

  /** The name of the member that the lambda is in, as javac names its own methods for lambdas. */
  String member() {
    return around instanceof MethodDeclaration method
        ? method.getNameAsString()
        : isStaticPlace() ? "static" : "new";
  }

  /** The type parameters of the method that the lambda is in. */
  NodeList<TypeParameter> typeParameters() {
    NodeList<TypeParameter> copies = new NodeList<>();
    if (around instanceof CallableDeclaration<?> callable) {
      callable.getTypeParameters().forEach(each -> copies.add(each.clone()));
    }
    return copies;
  }

  /** Tells whether the lambda needs no object of the class. */
  boolean isStatic(LambdaExpr lambda) {
    return isStaticPlace()
        || (lambda.findFirst(Node.class, Host::usesThis).isEmpty() && !isGeneric(element));
  }

  private boolean isStaticPlace() {
    if (around instanceof FieldDeclaration field) {
      return field.isStatic() || element.getKind().isInterface();
    } else if (around instanceof InitializerDeclaration block) {
      return block.isStatic();
    }
    return around instanceof EnumConstantDeclaration
        || (around instanceof MethodDeclaration method && method.isStatic());
  }

  // The type variables of a class are unknown in its static members.
  private static boolean isGeneric(TypeElement type) {
    for (Element each = type; each != null; each = each.getEnclosingElement()) {
      if ((each instanceof TypeElement generic && !generic.getTypeParameters().isEmpty())
          || (each instanceof ExecutableElement method && !method.getTypeParameters().isEmpty())) {
        return true;
      }
      if (each.getModifiers().contains(Modifier.STATIC)) {
        return false;
      }
    }
    return false;
  }

  private static boolean usesThis(Node node) {
    if (node instanceof ThisExpr || node instanceof SuperExpr) {
      return true;
    } else if (!node.containsData(Attribution.KEY)) {
      return false;
    }
    Element used = Attribution.of(node).element();
    if (used == null) {
      return false;
    }
    boolean isStatic = used.getModifiers().contains(Modifier.STATIC);
    if (node instanceof NameExpr) {
      return used.getKind() == ElementKind.FIELD && !isStatic;
    } else if (node instanceof MethodCallExpr call) {
      return call.getScope().isEmpty() && !isStatic;
    } else if (node instanceof ObjectCreationExpr || node instanceof MethodReferenceExpr) {
      return used.getKind() == ElementKind.CONSTRUCTOR && isInner(used.getEnclosingElement());
    }
    return false;
  }

  private static boolean isInner(@Nullable Element type) {
    return Optional.ofNullable(type)
        .filter(each -> !each.getSimpleName().isEmpty())
        .filter(each -> each.getEnclosingElement() instanceof TypeElement)
        .filter(each -> !each.getModifiers().contains(Modifier.STATIC))
        .isPresent();
  }
}
