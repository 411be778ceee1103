package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.leverage.preprocessor.DiagnosticId;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Brings expressions that contain checkpointable calls to A-normal form: each such call becomes a
 * statement, and what is evaluated before it and used after it is kept in temporaries.
 */
final class ExpressionLowering {
  private final Method method;
  private final StatementLowering statements;
  private final UncheckedArrays unchecked;

  ExpressionLowering(Method method, StatementLowering statements) {
    this.method = method;
    this.statements = statements;
    this.unchecked = new UncheckedArrays(method);
  }

  /** Lowers an expression; what must run before its rest is added to the statements. */
  Expression lower(Expression e, List<Statement> out) {
    if (!Marks.isHot(e)) {
      return e;
    }
    if (e instanceof BinaryExpr binary && isShortCircuit(binary)) {
      return shortCircuit(binary, out);
    } else if (e instanceof ConditionalExpr conditional) {
      return conditional(conditional, out);
    } else if (e instanceof AssignExpr assignment) {
      return assignment(assignment, out);
    } else if (e instanceof SwitchExpr selection) {
      return statements.switchExpression(selection, out);
    } else if (e instanceof EnclosedExpr enclosed) {
      Expression inner = lower(enclosed.getInner(), out);
      if (isAtom(inner)) {
        return inner;
      }
      enclosed.setInner(inner);
      return enclosed;
    }
    if (e.containsData(Marks.NULL_SAFE)) {
      return nullSafe((MethodCallExpr) e, out);
    }
    if (e instanceof ObjectCreationExpr creation
        && creation.getScope().filter(each -> !LiftedUses.isHolder(each)).isPresent()) {
      checkOuter(creation.getScope().get(), out);
    }
    initialise(e, out);
    operands(Operands.of(e), false, out);
    if (e.containsData(Marks.TWIN)) {
      Local result = unchecked.temporary(e, type(e));
      out.add(declaration(result, e));
      out.add(call((MethodCallExpr) e, new NameExpr(result.name())));
      return unchecked.use(result, e, type(e));
    }
    return e;
  }

  // o?.m() => T t = o; R r = null; if (t != null) { r = t.m(c$); } ... r
  private Expression nullSafe(MethodCallExpr call, List<Statement> out) {
    Expression scope = call.getScope().orElseThrow();
    TypeMirror type = type(scope);
    Expression object = place(scope, lower(scope, out));
    if (!isStable(object)) {
      object = place(object, spill(object, type, out));
    }
    Local result = method.temporary(type(call));
    out.add(declaration(result, call, method.source().expression("null")));
    Statement branch = Source.at(call, method.source().statement("if (%s != null) {}", object));
    body(branch).addStatement(call(call, new NameExpr(result.name())));
    out.add(branch);
    return new NameExpr(result.name());
  }

  // o.new I(f()) => T t = o; requireNonNull(t); ... t.new I(...)
  private void checkOuter(Expression scope, List<Statement> out) {
    Expression lowered = place(scope, lower(scope, out));
    if (!isStable(lowered)) {
      lowered = place(lowered, spill(lowered, type(scope), out));
    }
    out.add(method.source().statement("java.util.Objects.requireNonNull(%s);", lowered));
  }

  /** Makes the statement of a checkpointable call whose operands are lowered. */
  // t = f(a) => t = f(c$, a), a safepoint
  Statement call(MethodCallExpr call, @Nullable Expression target) {
    TypeMirror type = type(call);
    ExecutableElement callee =
        (ExecutableElement) Objects.requireNonNull(Attribution.of(call).element());
    String resume =
        target != null && unchecked.isIn(call)
            ? unchecked.typed("c$.resumeObject()", type)
            : resume(
                callee.getKind() == ElementKind.CONSTRUCTOR ? type : callee.getReturnType(),
                target == null ? null : type);
    int line = Method.line(call);
    MethodCallExpr twin = Twins.call(call, method.source());
    Expression expression =
        target == null ? twin : new AssignExpr(target, twin, AssignExpr.Operator.ASSIGN);
    Statement statement = Source.at(call, new ExpressionStmt(Source.at(call, expression)));
    statement.setData(Marks.SAFEPOINT, Safepoint.call(line, resume));
    return statement;
  }

  void lowerCallOperands(MethodCallExpr call, List<Statement> out) {
    initialise(call, out);
    operands(Operands.of(call), false, out);
  }

  // new C(f()) => Initialization.of(C.class); t = f(); ... new C(t)
  private void initialise(Expression creation, List<Statement> out) {
    if (creation.containsData(Marks.INITIALISED)) {
      out.add(
          Source.at(
              creation,
              method
                  .source()
                  .statement(
                      "io.leverage.continuation.Initialization.of(%s.class);",
                      creation.getData(Marks.INITIALISED))));
    }
  }

  private String resume(TypeMirror declared, @Nullable TypeMirror type) {
    if (declared.getKind() == TypeKind.VOID) {
      return "c$.resumeVoid()";
    }
    if (declared.getKind().isPrimitive()) {
      String name = method.text(declared);
      return "c$.resume" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "()";
    }
    return type == null ? "c$.resumeObject()" : "(" + method.text(type) + ") c$.resumeObject()";
  }

  private void operands(List<Expression> operands, boolean spillAll, List<Statement> out) {
    int last = spillAll ? operands.size() : -1;
    for (int i = 0; i < operands.size(); i++) {
      if (Marks.isHot(operands.get(i))) {
        last = Math.max(last, i);
      }
    }
    for (int i = 0; i < operands.size(); i++) {
      Expression operand = operands.get(i);
      boolean spill = i < last && !(operand instanceof ArrayInitializerExpr);
      TypeMirror type = spill && !isStable(operand) ? type(operand) : null;
      if (operand instanceof ArrayInitializerExpr nested && i < last) {
        operands(List.copyOf(nested.getValues()), true, out);
        continue;
      }
      Expression lowered = place(operand, lower(operand, out));
      if (spill && !isStable(lowered)) {
        place(
            lowered, spill(lowered, Objects.requireNonNullElseGet(type, () -> type(operand)), out));
      }
    }
  }

  private static Expression place(Expression old, Expression lowered) {
    if (!Marks.same(old, lowered) && old.getParentNode().isPresent()) {
      old.replace(lowered);
    }
    return lowered;
  }

  // a && f() => boolean t = a; if (t) { t = f(); } ... t
  private Expression shortCircuit(BinaryExpr e, List<Statement> out) {
    Expression left = lower(e.getLeft(), out);
    if (!Marks.isHot(e.getRight())) {
      e.setLeft(left);
      return e;
    }
    Local result = method.flag("t$", "boolean");
    out.add(declaration(result, e, left));
    List<Statement> branch = new ArrayList<>();
    assign(result, e.getRight(), branch);
    String test = e.getOperator() == BinaryExpr.Operator.AND ? "" : "!";
    out.add(Source.at(e, method.source().statement("if (%s%s) {}", test, result.name())));
    body(out.get(out.size() - 1)).getStatements().addAll(branch);
    return new NameExpr(result.name());
  }

  private static BlockStmt body(Statement statement) {
    return (BlockStmt) statement.asIfStmt().getThenStmt();
  }

  // a ? f() : b => T t; if (a) { t = f(); } else { t = b; } ... t
  private Expression conditional(ConditionalExpr e, List<Statement> out) {
    Expression condition = lower(e.getCondition(), out);
    if (!Marks.isHot(e.getThenExpr()) && !Marks.isHot(e.getElseExpr())) {
      e.setCondition(condition);
      return e;
    }
    Local result = method.temporary(type(e));
    out.add(declaration(result, e, method.source().expression(result.defaultValue())));
    List<Statement> yes = new ArrayList<>();
    assign(result, e.getThenExpr(), yes);
    List<Statement> no = new ArrayList<>();
    assign(result, e.getElseExpr(), no);
    var branch = method.source().statement("if (x) {} else {}").asIfStmt();
    branch.setCondition(condition);
    branch.getThenStmt().asBlockStmt().setStatements(new NodeList<>(yes));
    branch.getElseStmt().orElseThrow().asBlockStmt().setStatements(new NodeList<>(no));
    out.add(Source.at(e, branch));
    return new NameExpr(result.name());
  }

  /** Adds the statements that assign an expression's value to a local. */
  void assign(Local target, Expression value, List<Statement> out) {
    assign(new NameExpr(target.name()), value, out);
  }

  private void assign(NameExpr target, Expression value, List<Statement> out) {
    Expression plain = unwrap(value);
    if (plain instanceof MethodCallExpr call && call.containsData(Marks.TWIN)) {
      lowerCallOperands(call, out);
      out.add(call(call, target));
      return;
    }
    Expression lowered = lower(value, out);
    out.add(
        Source.at(
            value,
            new ExpressionStmt(
                Source.at(value, new AssignExpr(target, lowered, AssignExpr.Operator.ASSIGN)))));
  }

  /** Adds the statements of an assignment whose value isn't used. */
  void assignmentStatement(AssignExpr e, List<Statement> out) {
    if (e.getOperator() == AssignExpr.Operator.ASSIGN
        && e.getTarget() instanceof NameExpr target
        && Method.isLocal(target)) {
      assign(target.clone(), e.getValue(), out);
    } else {
      out.add(Source.at(e, new ExpressionStmt(lower(e, out))));
    }
  }

  // a[i] op= f() => t1 = a; t2 = i; t3 = t1[t2]; t4 = f(); t1[t2] = (T) (t3 op t4)
  private Expression assignment(AssignExpr e, List<Statement> out) {
    boolean hotValue = Marks.isHot(e.getValue());
    List<Expression> operands = Operands.ofTarget(e.getTarget());
    if (!hotValue) {
      operands(operands, false, out);
      return e;
    }
    operands(operands, true, out);
    if (e.getOperator() == AssignExpr.Operator.ASSIGN) {
      e.setValue(lower(e.getValue(), out));
      return e;
    }
    TypeMirror type = type(e.getTarget());
    Expression old = spill(e.getTarget().clone(), type, out);
    Expression value = lower(e.getValue(), out);
    BinaryExpr computed =
        new BinaryExpr(
            old,
            isAtom(value) ? value : new EnclosedExpr(value),
            e.getOperator().toBinaryOperator().orElseThrow());
    String typeName = method.text(type);
    Expression converted =
        typeName.equals("java.lang.String")
            ? computed
            : new CastExpr(method.source().type(typeName), new EnclosedExpr(computed));
    return Source.at(
        e, new AssignExpr(e.getTarget().clone(), converted, AssignExpr.Operator.ASSIGN));
  }

  /** Keeps a value in a temporary. */
  Expression spill(Expression value, TypeMirror type, List<Statement> out) {
    if (type.getKind() == TypeKind.DECLARED
        && type.toString().startsWith("<anonymous")
        && !value.isObjectCreationExpr()) {
      method.refuse(
          DiagnosticId.EXPRESSION_IN_MOBILE_METHOD,
          value,
          "this value of an anonymous class is used after a safepoint, and its type has no name",
          "make the class a local or nested class");
    }
    Local temporary = unchecked.temporary(value, type);
    out.add(declaration(temporary, value, value.clone()));
    return unchecked.use(temporary, value, type);
  }

  private Statement declaration(Local local, Expression at) {
    Statement statement =
        Source.at(at, method.source().statement("%s %s;", local.type(), local.name()));
    variable(statement).setData(Marks.FRESH, true);
    return statement;
  }

  private Statement declaration(Local local, Expression at, Expression value) {
    Statement statement =
        Source.at(at, method.source().statement("%s %s;", local.type(), local.name()));
    variable(statement).setInitializer(value);
    return statement;
  }

  private static com.github.javaparser.ast.body.VariableDeclarator variable(Statement statement) {
    return statement.asExpressionStmt().getExpression().asVariableDeclarationExpr().getVariable(0);
  }

  static Expression unwrap(Expression e) {
    Expression inner = e;
    while (inner instanceof EnclosedExpr enclosed) {
      inner = enclosed.getInner();
    }
    return inner;
  }

  static TypeMirror type(Expression e) {
    Attribution attribution = Attribution.of(e.containsData(Attribution.KEY) ? e : unwrap(e));
    return Objects.requireNonNull(attribution.type());
  }

  private static boolean isShortCircuit(BinaryExpr binary) {
    return binary.getOperator() == BinaryExpr.Operator.AND
        || binary.getOperator() == BinaryExpr.Operator.OR;
  }

  private static boolean isAtom(Expression e) {
    return e instanceof NameExpr || e instanceof LiteralExpr;
  }

  private static boolean isLambda(CastExpr cast) {
    return cast.getExpression() instanceof LambdaExpr
        || (cast.getExpression() instanceof CastExpr inner && isLambda(inner));
  }

  private boolean isStable(Expression e) {
    Expression plain = unwrap(e);
    if (plain instanceof LiteralExpr
        || plain.containsData(Marks.TYPED)
        || LiftedUses.isHolder(plain)
        || plain instanceof ThisExpr
        || plain instanceof SuperExpr
        || plain instanceof LambdaExpr
        || plain instanceof ClassExpr
        || plain instanceof TypeExpr) {
      return true;
    }
    if (plain instanceof CastExpr cast && isLambda(cast)) {
      return true;
    }
    if (plain instanceof MethodReferenceExpr reference) {
      return isStable(reference.getScope());
    }
    if (plain.containsData(Attribution.KEY)) {
      Attribution attribution = Attribution.of(plain);
      Element element = attribution.element();
      if (attribution.constant() != null
          || (element instanceof TypeElement)
          || (element != null && element.getKind() == ElementKind.PACKAGE)
          || (element != null && element.getKind() == ElementKind.TYPE_PARAMETER)) {
        return true;
      }
    }
    return plain instanceof NameExpr name
        && Method.isLocal(name)
        && !method.reassigned().contains(name.getNameAsString());
  }
}
