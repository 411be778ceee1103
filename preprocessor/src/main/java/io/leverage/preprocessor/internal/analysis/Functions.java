package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The lambdas and method references of the program: which methods a call must name to enter them,
 * and which of them can't be made resumable.
 */
final class Functions {
  private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString");

  private final Overrides overrides;
  private final JdkTwins jdk;
  private final Types types;
  private final Map<Body, MobileLambda> convertible = new HashMap<>();
  private final Map<Body, String> obstacles = new HashMap<>();
  private final Map<ExecutableElement, Set<Body>> byMethod = new HashMap<>();

  Functions(Overrides overrides, JdkTwins jdk, Types types) {
    this.overrides = overrides;
    this.jdk = jdk;
    this.types = types;
  }

  void add(Body body) {
    Expression expression = (Expression) body.node();
    if (!(Attribution.of(expression).type() instanceof DeclaredType target)
        || target.getKind() != TypeKind.DECLARED
        || !(target.asElement() instanceof TypeElement type)
        || type.getKind() != ElementKind.INTERFACE) {
      obstacles.put(body, "its target type is not a single interface");
      return;
    }
    List<ExecutableElement> methods = abstractMethods(type);
    methods.forEach(each -> byMethod.computeIfAbsent(each, key -> new LinkedHashSet<>()).add(body));
    String obstacle = obstacle(body, type, methods);
    if (obstacle == null) {
      obstacle = Convertibility.obstacle(expression, target);
    }
    if (obstacle == null && expression instanceof MethodReferenceExpr reference) {
      obstacle = referenceObstacle(reference, target, methods.get(0));
    }
    if (obstacle == null) {
      convertible.put(body, new MobileLambda(target, methods.get(0), false));
    } else {
      obstacles.put(body, obstacle);
    }
  }

  private @Nullable String obstacle(Body body, TypeElement type, List<ExecutableElement> methods) {
    if (methods.isEmpty()
        || methods.stream().anyMatch(each -> !each.getTypeParameters().isEmpty())) {
      return "the method of its interface is generic";
    } else if (body.kind() == BodyKind.METHOD_REFERENCE && body.calls.isEmpty()) {
      return "it makes an array";
    } else if (overrides.classes().contains(type)) {
      return methods.stream().allMatch(this::hasTwin)
          ? null
          : "its interface inherits a method of a library that has no mobile twin";
    }
    return jdk.mobile(type) == null
        ? "its interface " + type.getSimpleName() + " is not of the sources and has no mobile twin"
        : null;
  }

  // What the lambda that is meant by a reference could not say.
  private @Nullable String referenceObstacle(
      MethodReferenceExpr reference, DeclaredType target, ExecutableElement method) {
    Attribution scope = Attribution.of(reference.getScope());
    if (!(Attribution.of(reference).element() instanceof ExecutableElement callee)
        || callee.getKind() != ElementKind.METHOD) {
      return "it makes an object, and only those that 'new' calls are captured";
    }
    ExecutableType seen = (ExecutableType) types.asMemberOf(target, method);
    if (seen.getReturnType().getKind().isPrimitive()
        && callee.getReturnType().getKind() == TypeKind.TYPEVAR) {
      return "its result has to be inferred and unboxed";
    }
    boolean unbound =
        scope.element() instanceof TypeElement && !callee.getModifiers().contains(Modifier.STATIC);
    return unbound
            && scope.element() instanceof TypeElement type
            && !type.getTypeParameters().isEmpty()
            && !types.isSameType(
                types.erasure(type.asType()), types.erasure(seen.getParameterTypes().get(0)))
        ? "the type of the object that it calls has to be inferred"
        : null;
  }

  private boolean hasTwin(ExecutableElement method) {
    return overrides.classes().contains(method.getEnclosingElement()) || jdk.of(method) != null;
  }

  /** The bodies of the lambdas that a call which names a method may enter. */
  Set<Body> implementing(ExecutableElement method) {
    return byMethod.getOrDefault(method, Set.of());
  }

  /** Tells how a lambda is made resumable; null if it can't be. */
  @Nullable MobileLambda form(Body body) {
    return convertible.get(body);
  }

  /** Tells why a lambda can't be made resumable; null if it can. */
  @Nullable String obstacle(Body body) {
    return obstacles.get(body);
  }

  /**
   * The abstract methods of a functional interface; all are one, seen from different interfaces.
   */
  List<ExecutableElement> abstractMethods(TypeElement type) {
    List<ExecutableElement> inherited =
        overrides.hierarchy(type).stream()
            .filter(each -> each.getKind() == ElementKind.INTERFACE)
            .flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream())
            .toList();
    return inherited.stream()
        .filter(each -> each.getModifiers().contains(Modifier.ABSTRACT))
        .filter(each -> !OF_OBJECT.contains(each.getSimpleName().toString()))
        .filter(
            each ->
                inherited.stream()
                    .noneMatch(
                        other ->
                            other.getModifiers().contains(Modifier.DEFAULT)
                                && overrides.overrides(other, each, type)))
        .toList();
  }
}
