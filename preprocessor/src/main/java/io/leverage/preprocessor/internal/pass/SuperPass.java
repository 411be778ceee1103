package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.type.UnknownType;
import io.leverage.preprocessor.internal.analysis.MobileLambda;
import io.leverage.preprocessor.internal.analysis.Plan;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Calls twins of super methods where the frame can't be captured, too: the original is a stub, and
 * would call the twin of the object's own class.
 */
final class SuperPass {
  private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString");

  private final Plan plan;
  private final Names names;
  private final Source source;
  private final Elements elements;

  SuperPass(Plan plan, Names names, Source source, Elements elements) {
    this.plan = plan;
    this.names = names;
    this.source = source;
    this.elements = elements;
  }

  void apply(CompilationUnit unit) {
    for (SuperExpr scope : unit.findAll(SuperExpr.class)) {
      Node parent = scope.getParentNode().orElseThrow();
      if (parent instanceof MethodCallExpr call) {
        pin(call);
      } else if (parent instanceof MethodReferenceExpr reference) {
        pin(reference);
      }
    }
  }

  // super.m(a) => super.m(Continuation.PINNED, a)
  private void pin(MethodCallExpr call) {
    if (call.containsData(Attribution.KEY)
        && Attribution.of(call).element() instanceof ExecutableElement target
        && plan.isResumable(target)
        && !(call.containsData(Marks.TWIN) && isCaptured(call))) {
      call.removeData(Marks.TWIN);
      call.setName(plan.twinName(target));
      call.getArguments().add(0, pinned());
    }
  }

  // super::m => p -> super.m(Continuation.PINNED, p)
  private void pin(MethodReferenceExpr reference) {
    if (!(Attribution.of(reference).element() instanceof ExecutableElement target)
        || !plan.isResumable(target)) {
      return;
    }
    MethodCallExpr call = new MethodCallExpr(reference.getScope().clone(), plan.twinName(target));
    call.addArgument(pinned());
    LambdaExpr lambda = new LambdaExpr();
    lambda.setEnclosingParameters(true);
    for (int i = parameters(reference, target); i > 0; i--) {
      Parameter parameter = new Parameter(new UnknownType(), names.fresh("p$"));
      lambda.addParameter(parameter);
      call.addArgument(new NameExpr(parameter.getNameAsString()));
    }
    Source.at(reference, call);
    lambda.setBody(Source.at(reference, new ExpressionStmt(call)));
    lambda.setData(Attribution.KEY, Attribution.of(reference));
    reference.replace(Source.at(reference, lambda));
  }

  private int parameters(MethodReferenceExpr reference, ExecutableElement target) {
    if (target.isVarArgs()
        && Attribution.of(reference).type() instanceof DeclaredType type
        && type.asElement() instanceof TypeElement functional) {
      return ElementFilter.methodsIn(elements.getAllMembers(functional)).stream()
          .filter(each -> each.getModifiers().contains(Modifier.ABSTRACT))
          .filter(each -> !OF_OBJECT.contains(each.getSimpleName().toString()))
          .findFirst()
          .map(each -> each.getParameters().size())
          .orElse(target.getParameters().size());
    }
    return target.getParameters().size();
  }

  private Expression pinned() {
    return source.expression("io.leverage.continuation.Continuation.PINNED");
  }

  /** Tells whether the frame that a call is in can be captured. */
  private boolean isCaptured(Node call) {
    for (Node each = call; each.hasParentNode(); each = each.getParentNode().orElseThrow()) {
      if (each instanceof LambdaExpr) {
        return each.containsData(MobileLambda.KEY);
      } else if (each instanceof MethodDeclaration method) {
        return plan.isResumable(method);
      } else if (each instanceof BodyDeclaration) {
        return false;
      }
    }
    return false;
  }
}
