package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;

/** Lets handlers of dynamic proxies see the program's methods, and not those that are generated. */
public final class ProxyPass {
  private static final Set<String> REPLACED = Set.of("newProxyInstance", "getInvocationHandler");

  private static final String PROXY = "java.lang.reflect.Proxy";

  private ProxyPass() {}

  /** Tells whether a file has a place that the pass rewrites. */
  public static boolean concerns(CompilationUnit unit) {
    return places(unit).findAny().isPresent();
  }

  // Proxy.newProxyInstance(l, i, h) => DynamicProxies.newProxyInstance(l, i, h)
  static void apply(CompilationUnit unit, Source source) {
    places(unit)
        .forEach(
            call ->
                call.setScope(
                    new TypeExpr(source.type("io.leverage.continuation.DynamicProxies"))));
  }

  private static Stream<MethodCallExpr> places(CompilationUnit unit) {
    return unit.findAll(MethodCallExpr.class).stream()
        .filter(call -> REPLACED.contains(call.getNameAsString()))
        .filter(call -> call.containsData(Attribution.KEY))
        .filter(
            call ->
                Attribution.of(call).element() instanceof ExecutableElement method
                    && PROXY.equals(String.valueOf(method.getEnclosingElement())));
  }
}
