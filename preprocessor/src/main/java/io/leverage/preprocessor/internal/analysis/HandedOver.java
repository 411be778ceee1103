package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithArguments;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * What the program hands to libraries, by static types: the arguments and receivers of its calls of
 * compiled methods. It tells which objects a library may call back, as well as types can.
 */
final class HandedOver {
  // What compares elements that it declares no bound for.
  private static final Pattern SORTING =
      Pattern.compile(".*(Tree|Sorted|Navigable|Priority|SkipList).*|sort.*|parallelSort.*");

  /**
   * Something handed over.
   *
   * @param type its static type, erased
   * @param as the erased type that the library knows it by; null for an element of any type
   */
  private record Handed(TypeMirror type, @Nullable TypeMirror as) {}

  private final CallGraph graph;
  private final JdkTwins jdk;
  private final Types types;
  private final Set<String> seen = new HashSet<>();
  private final List<Handed> handed = new ArrayList<>();
  private boolean sorts;

  HandedOver(CallGraph graph, JdkTwins jdk, Types types, Set<Body> entered) {
    this.graph = graph;
    this.jdk = jdk;
    this.types = types;
    entered.forEach(body -> body.calls.forEach(this::note));
  }

  /** Adds what a method that a library calls back returns to it. */
  void noteResult(ExecutableElement callback) {
    if (!callback.getReturnType().getKind().isPrimitive()) {
      add(callback.getReturnType(), callback.getReturnType());
    }
  }

  /**
   * Tells whether a library may call a method of objects of a class.
   *
   * @param type the class
   * @param owner the library's type that declares the method
   */
  boolean mayCallBack(TypeElement type, TypeElement owner) {
    TypeMirror object = types.erasure(type.asType());
    TypeMirror wanted = types.erasure(owner.asType());
    boolean compared = sorts && owner.getQualifiedName().contentEquals(Comparable.class.getName());
    return handed.stream()
        .filter(each -> related(each.type(), object))
        .anyMatch(each -> each.as() == null ? compared : related(each.as(), wanted));
  }

  private void note(CallSite call) {
    ExecutableElement target = call.target();
    if (graph.isSource(target) || graph.isCompiledSafepoint(target)) {
      return;
    }
    sorts |=
        SORTING.matcher(call.owner().getSimpleName()).matches()
            || SORTING.matcher(target.getSimpleName()).matches()
            || target.getTypeParameters().stream().anyMatch(each -> isCompared(each.asType()));
    if (call.node() instanceof MethodCallExpr invocation && jdk.of(target) == null) {
      TypeMirror owner = call.owner().asType();
      invocation.getScope().ifPresent(scope -> note(scope, owner));
    }
    if (call.node() instanceof NodeWithArguments<?> arguments) {
      for (int i = 0; i < arguments.getArguments().size(); i++) {
        note(arguments.getArgument(i), parameter(target, i));
      }
    }
  }

  private void note(Expression handedOver, TypeMirror as) {
    Node node = handedOver;
    TypeMirror type = node.containsData(Attribution.KEY) ? Attribution.of(node).type() : null;
    if (type != null) {
      add(type, as);
    }
  }

  private void add(TypeMirror type, TypeMirror as) {
    if (type instanceof ArrayType array) {
      add(array.getComponentType(), as instanceof ArrayType all ? all.getComponentType() : as);
    } else if (!type.getKind().isPrimitive() && seen.add(type + " as " + as)) {
      boolean any = as.getKind() == TypeKind.TYPEVAR;
      TypeMirror known = types.erasure(as);
      handed.add(new Handed(types.erasure(type), isObject(known) ? null : known));
      if (any && !isObject(known)) {
        handed.add(new Handed(types.erasure(type), null));
      }
      if (type instanceof DeclaredType declared) {
        declared
            .getTypeArguments()
            .forEach(each -> handed.add(new Handed(types.erasure(each), null)));
      }
    }
  }

  private static TypeMirror parameter(ExecutableElement method, int index) {
    List<? extends VariableElement> parameters = method.getParameters();
    TypeMirror type = parameters.get(Math.min(index, parameters.size() - 1)).asType();
    return method.isVarArgs() && index >= parameters.size() - 1 && type instanceof ArrayType array
        ? array.getComponentType()
        : type;
  }

  private boolean related(TypeMirror one, TypeMirror other) {
    return types.isSubtype(one, other) || types.isSubtype(other, one);
  }

  private boolean isCompared(TypeMirror variable) {
    return types.directSupertypes(variable).stream()
        .anyMatch(each -> types.erasure(each).toString().equals(Comparable.class.getName()));
  }

  private static boolean isObject(TypeMirror type) {
    return type.toString().equals(Object.class.getName());
  }
}
