package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * A method of the JDK's collections whose result can't travel, and that has a stand-in which gives
 * one that can.
 *
 * @param of the type that declares it, or one that this extends
 * @param result the erased type that it is declared to return
 * @param arguments how many it takes at least
 * @param owner the class of the stand-in
 * @param isStatic whether it is called without a receiver
 */
record TravellingCall(String of, String result, int arguments, String owner, boolean isStatic) {
  private static final String ITERATION = "Iteration";
  private static final String VIEWS = "Views";
  private static final String ENUMERATION = "java.util.Enumeration";

  private static final Map<String, TravellingCall> CALLS =
      Map.ofEntries(
          iteration("iterator", "java.lang.Iterable", "java.util.Iterator"),
          iteration("descendingIterator", "java.util.Collection", "java.util.Iterator"),
          iteration("listIterator", "java.util.List", "java.util.ListIterator"),
          iteration("elements", "", ENUMERATION),
          iteration("keys", "", ENUMERATION),
          iteration("propertyNames", "java.util.Properties", ENUMERATION),
          Map.entry(
              "enumeration",
              new TravellingCall("java.util.Collections", ENUMERATION, 1, ITERATION, true)),
          view("keySet", "java.util.Map", "java.util.Set", 0),
          view("entrySet", "java.util.Map", "java.util.Set", 0),
          view("values", "java.util.Map", "java.util.Collection", 0),
          view("subList", "java.util.List", "java.util.List", 2));

  private static Map.Entry<String, TravellingCall> iteration(
      String name, String of, String result) {
    return Map.entry(name, new TravellingCall(of, result, 0, ITERATION, false));
  }

  private static Map.Entry<String, TravellingCall> view(
      String name, String of, String result, int arguments) {
    return Map.entry(name, new TravellingCall(of, result, arguments, VIEWS, false));
  }

  /** Finds what a call calls. */
  static Optional<TravellingCall> of(MethodCallExpr call, Types types) {
    TravellingCall kind = CALLS.get(call.getNameAsString());
    if (kind == null
        || !(Attribution.of(call).element() instanceof ExecutableElement method)
        || !(method.getEnclosingElement() instanceof TypeElement owner)) {
      return Optional.empty();
    }
    String name = owner.getQualifiedName().toString();
    boolean fits =
        (name.startsWith("java.util.") || name.equals("java.lang.Iterable"))
            && call.getArguments().size() >= kind.arguments
            && name(types.erasure(method.getReturnType())).equals(kind.result)
            && (kind.of.isEmpty()
                ? isA(types, owner.asType(), "java.util.Vector")
                    || isA(types, owner.asType(), "java.util.Dictionary")
                    || isA(types, owner.asType(), "java.util.concurrent.ConcurrentHashMap")
                : isA(types, owner.asType(), kind.of));
    return fits ? Optional.of(kind) : Optional.empty();
  }

  /** Tells whether an expression is a call of a stand-in already. */
  static boolean isRewritten(Expression e) {
    return e instanceof MethodCallExpr call && call.getScope().orElse(null) instanceof TypeExpr;
  }

  private static boolean isA(Types types, TypeMirror type, String name) {
    return name(type).equals(name)
        || types.directSupertypes(type).stream().anyMatch(each -> isA(types, each, name));
  }

  private static String name(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? element.getQualifiedName().toString()
        : "";
  }
}
