package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import io.leverage.preprocessor.internal.analysis.JdkTwins;
import io.leverage.preprocessor.internal.analysis.Plan;
import io.leverage.preprocessor.internal.parse.Assignments;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Notes the plan's decisions on the tree, before the tree changes. */
final class MarkPass {
  private MarkPass() {}

  static void mark(
      CompilationUnit unit, Plan plan, Source source, Types types, TypeNames typeNames) {
    for (MethodCallExpr call : unit.findAll(MethodCallExpr.class)) {
      if (call.containsData(Attribution.KEY) && plan.isCheckpointable(call)) {
        ExecutableElement callee =
            (ExecutableElement) Objects.requireNonNull(Attribution.of(call).element());
        String twin = plan.twinName(callee);
        call.setData(Marks.TWIN, twin);
        String helper = plan.helper(callee);
        if (helper != null) {
          call.setData(Marks.HELPER, helper);
          Receiver.write(call, callee, source, types, typeNames);
        } else if (!callee.getSimpleName().contentEquals(twin)) {
          qualify(call, callee);
        }
      }
    }
    for (ObjectCreationExpr creation : unit.findAll(ObjectCreationExpr.class)) {
      if (creation.containsData(Attribution.KEY) && Marks.isCaptured(creation, plan)) {
        if (plan.initialisesNoticeably(creation)) {
          TypeMirror made = Attribution.of(creation.getType()).type();
          creation.setData(Marks.INITIALISED, typeNames.erased(Objects.requireNonNull(made)));
        }
        if (plan.isCheckpointable(creation)) {
          make(creation, plan, source, typeNames);
        }
      }
    }
    for (ForEachStmt loop : unit.findAll(ForEachStmt.class)) {
      implicit(loop, plan);
    }
    for (TryStmt statement : unit.findAll(TryStmt.class)) {
      statement.getResources().forEach(each -> implicit(each, plan));
    }
  }

  // new p.C<>(a) => p.C.<T>new$p$C(a)
  private static void make(
      ObjectCreationExpr creation, Plan plan, Source source, TypeNames typeNames) {
    ExecutableElement constructor =
        (ExecutableElement) Objects.requireNonNull(Attribution.of(creation).element());
    TypeElement made = (TypeElement) Objects.requireNonNull(constructor.getEnclosingElement());
    String name = plan.twinName(constructor);
    MethodCallExpr call =
        Source.at(
            creation, new MethodCallExpr(new NameExpr(made.getQualifiedName().toString()), name));
    if (Attribution.of(creation).type() instanceof DeclaredType type
        && type.getTypeArguments().stream().allMatch(TypeNames::isDenotable)) {
      type.getTypeArguments().stream()
          .map(typeNames::text)
          .map(source::type)
          .forEach(each -> addTypeArgument(call, each));
    }
    call.setData(Attribution.KEY, Attribution.of(creation));
    call.setData(Marks.TWIN, name);
    if (creation.containsData(Marks.INITIALISED)) {
      call.setData(Marks.INITIALISED, creation.getData(Marks.INITIALISED));
    }
    List.copyOf(creation.getArguments()).forEach(call::addArgument);
    creation.replace(call);
  }

  private static void addTypeArgument(MethodCallExpr call, Type type) {
    NodeList<Type> all = call.getTypeArguments().orElseGet(NodeList::new);
    all.add(type);
    call.setTypeArguments(all);
  }

  private static void implicit(Node node, Plan plan) {
    List<ImplicitCall> calls =
        plan.implicitCalls(node).stream()
            .map(each -> new ImplicitCall(each, plan.twinName(each), helper(each, plan)))
            .toList();
    if (!calls.isEmpty()) {
      node.setData(Marks.IMPLICIT, calls);
    }
  }

  // A loop keeps its iterator as an Iterator, whatever iterator() returns.
  private static @Nullable String helper(ExecutableElement callee, Plan plan) {
    return callee.getSimpleName().contentEquals("hasNext")
            || callee.getSimpleName().contentEquals("next")
        ? JdkTwins.ITERATOR + "." + callee.getSimpleName()
        : plan.helper(callee);
  }

  // m(x) => p.T.m(x), because an import of the static method m does not import its twin
  private static void qualify(MethodCallExpr call, ExecutableElement callee) {
    if (call.getScope().isEmpty()
        && callee.getModifiers().contains(Modifier.STATIC)
        && callee.getEnclosingElement() instanceof TypeElement owner
        && !owner.getQualifiedName().isEmpty()) {
      call.setScope(new NameExpr(owner.getQualifiedName().toString()));
    }
  }

  static void noteAssignments(Method method) {
    for (AssignExpr assignment : method.body().findAll(AssignExpr.class)) {
      note(method, assignment.getTarget());
    }
    for (UnaryExpr unary : method.body().findAll(UnaryExpr.class)) {
      if (Assignments.changes(unary)) {
        note(method, unary.getExpression());
      }
    }
  }

  private static void note(Method method, Expression target) {
    Expression inner = target;
    while (inner.isEnclosedExpr()) {
      inner = inner.asEnclosedExpr().getInner();
    }
    if (inner instanceof NameExpr name) {
      method.reassigned().add(name.getNameAsString());
    }
  }
}
