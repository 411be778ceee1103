package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import io.leverage.preprocessor.internal.analysis.Plan;
import io.leverage.preprocessor.internal.parse.Attribution;
import javax.lang.model.element.ExecutableElement;

/**
 * Calls twins of super methods where the frame can't be captured, too: the original is a stub, and
 * would call the twin of the object's own class.
 */
final class SuperPass {
  private final Plan plan;
  private final Source source;

  SuperPass(Plan plan, Source source) {
    this.plan = plan;
    this.source = source;
  }

  void apply(CompilationUnit unit) {
    for (SuperExpr scope : unit.findAll(SuperExpr.class)) {
      if (scope.getParentNode().orElseThrow() instanceof MethodCallExpr call) {
        pin(call);
      }
    }
  }

  // super.m(a) => super.m(Continuation.PINNED, a)
  private void pin(MethodCallExpr call) {
    if (call.containsData(Attribution.KEY)
        && Attribution.of(call).element() instanceof ExecutableElement target
        && plan.isResumable(target)
        && !(call.containsData(Marks.TWIN) && Marks.isCaptured(call, plan))) {
      call.removeData(Marks.TWIN);
      call.setName(plan.twinName(target));
      call.getArguments().add(0, pinned());
    }
  }

  private Expression pinned() {
    return source.expression("io.leverage.continuation.Continuation.PINNED");
  }
}
