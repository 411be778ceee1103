package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import io.leverage.preprocessor.internal.analysis.Concatenation;
import io.leverage.preprocessor.internal.analysis.Plan;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.List;
import javax.lang.model.element.ExecutableElement;

/** Writes the calls of {@code toString} that are hidden in concatenations of strings. */
final class ConcatenationPass {
  private ConcatenationPass() {}

  static void apply(CompilationUnit unit, Plan plan) {
    for (Expression each : unit.findAll(Expression.class)) {
      for (Expression operand : Concatenation.operands(each)) {
        List<ExecutableElement> calls = plan.implicitCalls(operand);
        if (!calls.isEmpty()) {
          write(operand, calls.get(0), plan);
        }
      }
    }
  }

  // "a" + o => "a" + o.toString(), where the call gives null for null
  private static void write(Expression operand, ExecutableElement callee, Plan plan) {
    MethodCallExpr call = new MethodCallExpr(null, "toString");
    operand.replace(call);
    call.setScope(operand.isNameExpr() ? operand : Source.at(operand, new EnclosedExpr(operand)));
    call.setData(Attribution.KEY, new Attribution(callee.getReturnType(), callee, null));
    call.setData(Marks.TWIN, plan.twinName(callee));
    call.setData(Marks.NULL_SAFE, true);
    Source.at(operand, call);
  }
}
