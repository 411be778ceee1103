package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** Lets the program read and print stack traces as those of its own sources. */
public final class TracePass {
  private static final Set<String> READING = Set.of("getStackTrace", "printStackTrace");
  private static final String THROWABLE = "java.lang.Throwable";
  private static final String THREAD = "java.lang.Thread";

  private TracePass() {}

  /** Tells whether a file has a place that the pass rewrites. */
  public static boolean concerns(CompilationUnit unit) {
    return !places(unit).isEmpty();
  }

  // e.printStackTrace() => UserTrace.of(e).printStackTrace()
  // thread.getStackTrace() => UserTrace.of(thread.getStackTrace())
  static void apply(CompilationUnit unit, Source source) {
    for (MethodCallExpr call : places(unit)) {
      if (isOf(call, THROWABLE)) {
        Expression failure = call.getScope().orElseThrow();
        MethodCallExpr cleaned = clean(source);
        call.setScope(cleaned);
        with(failure, cleaned);
      } else {
        MethodCallExpr cleaned = clean(source);
        call.replace(cleaned);
        with(call, cleaned);
      }
    }
  }

  private static MethodCallExpr clean(Source source) {
    return new MethodCallExpr(
        new TypeExpr(source.type("io.leverage.continuation.UserTrace")), "of", new NodeList<>());
  }

  private static void with(Expression value, MethodCallExpr call) {
    call.addArgument(value);
    call.setData(Attribution.KEY, new Attribution(Attribution.of(value).type(), null, null));
    Source.at(value, call);
  }

  private static List<MethodCallExpr> places(CompilationUnit unit) {
    return unit.findAll(MethodCallExpr.class).stream()
        .filter(call -> READING.contains(call.getNameAsString()))
        .filter(call -> call.containsData(Attribution.KEY))
        .filter(call -> call.getScope().filter(each -> !(each instanceof SuperExpr)).isPresent())
        .filter(call -> isOf(call, THROWABLE) || isOf(call, THREAD))
        .toList();
  }

  private static boolean isOf(MethodCallExpr call, String type) {
    return Attribution.of(call).element() instanceof ExecutableElement method
        && type.equals(String.valueOf(method.getEnclosingElement()));
  }
}
