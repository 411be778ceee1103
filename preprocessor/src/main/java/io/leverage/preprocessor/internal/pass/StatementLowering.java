package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Rewrites the statements around checkpointable calls so that the expressions that hold them stand
 * where statements can precede them.
 */
final class StatementLowering {
  private final Method method;
  private final ExpressionLowering expressions;
  private final SwitchLowering switches;
  private final TryLowering tries;

  private StatementLowering(Method method) {
    this.method = method;
    this.expressions = new ExpressionLowering(method, this);
    this.switches = new SwitchLowering(method, this, expressions);
    this.tries = new TryLowering(method, this);
  }

  static void apply(Method method) {
    new StatementLowering(method).block(method.body());
  }

  Expression switchExpression(SwitchExpr selection, List<Statement> out) {
    return switches.expression(selection, out);
  }

  /** Lowers the statements of a block, in place. */
  void block(BlockStmt block) {
    NodeList<Statement> statements = block.getStatements();
    block.setStatements(new NodeList<>());
    block.setStatements(new NodeList<>(all(statements)));
  }

  /** Lowers statements. */
  List<Statement> all(NodeList<Statement> statements) {
    List<Statement> lowered = new ArrayList<>();
    for (Statement statement : List.copyOf(statements)) {
      lower(statement, lowered);
    }
    return lowered;
  }

  /** Lowers one statement; what it becomes is added to the statements. */
  void lower(Statement s, List<Statement> out) {
    if (!Marks.isHot(s) || s.containsData(Marks.SAFEPOINT)) {
      out.add(s);
    } else if (s instanceof BlockStmt block) {
      block(block);
      out.add(block);
    } else if (s instanceof ExpressionStmt statement) {
      expression(statement.getExpression(), out);
    } else if (s instanceof IfStmt branch) {
      branch.setCondition(expressions.lower(branch.getCondition(), out));
      block((BlockStmt) branch.getThenStmt());
      branch.getElseStmt().ifPresent(each -> block((BlockStmt) each));
      out.add(branch);
    } else if (s instanceof ReturnStmt statement) {
      statement.setExpression(expressions.lower(statement.getExpression().orElseThrow(), out));
      out.add(statement);
    } else if (s instanceof ThrowStmt statement) {
      statement.setExpression(expressions.lower(statement.getExpression(), out));
      out.add(statement);
    } else if (s instanceof LabeledStmt labeled) {
      labeled(labeled, out);
    } else if (BlocksPass.isLoop(s)) {
      loop(s, out);
    } else if (s instanceof SwitchStmt selection) {
      switches.statement(selection, out);
    } else if (s instanceof TryStmt statement) {
      tries.lower(statement, out);
    } else if (s instanceof SynchronizedStmt region) {
      region(region, out);
    } else if (s instanceof AssertStmt statement) {
      assertion(statement, out);
    } else {
      throw new IllegalStateException("can't lower a " + s.getClass().getSimpleName());
    }
  }

  private void expression(Expression e, List<Statement> out) {
    if (e instanceof MethodCallExpr call && call.containsData(Marks.TWIN)) {
      expressions.lowerCallOperands(call, out);
      out.add(expressions.call(call, null));
    } else if (e instanceof VariableDeclarationExpr declaration) {
      declaration(declaration, out);
    } else if (e instanceof AssignExpr assignment) {
      expressions.assignmentStatement(assignment, out);
    } else {
      Expression rest = expressions.lower(e, out);
      if (!(rest instanceof NameExpr) && !(rest instanceof LiteralExpr)) {
        out.add(Source.at(e, new ExpressionStmt(rest)));
      }
    }
  }

  // T x = f() => T x; x = f()
  private void declaration(VariableDeclarationExpr declaration, List<Statement> out) {
    VariableDeclarator variable = declaration.getVariable(0);
    Expression value = variable.getInitializer().orElseThrow();
    if (variable.getType().isVarType()) {
      variable.setType(
          method
              .source()
              .type(
                  method
                      .typeNames()
                      .text(Objects.requireNonNull(Attribution.of(variable).type()))));
    }
    Statement statement = Source.at(declaration, new ExpressionStmt(declaration));
    if (ExpressionLowering.unwrap(value) instanceof MethodCallExpr call
        && call.containsData(Marks.TWIN)) {
      variable.removeInitializer();
      variable.setData(Marks.FRESH, true);
      expressions.lowerCallOperands(call, out);
      out.add(statement);
      out.add(expressions.call(call, new NameExpr(variable.getNameAsString())));
    } else {
      variable.setInitializer(expressions.lower(value, out));
      out.add(statement);
    }
  }

  private void labeled(LabeledStmt labeled, List<Statement> out) {
    if (!BlocksPass.isLoop(labeled.getStatement())) {
      if (labeled.getStatement() instanceof BlockStmt block) {
        block(block);
        out.add(labeled);
        return;
      }
    }
    List<Statement> lowered = new ArrayList<>();
    lower(labeled.getStatement(), lowered);
    Statement loop = lowered.remove(lowered.size() - 1);
    out.addAll(lowered);
    out.add(Source.at(labeled, new LabeledStmt(labeled.getLabel().getIdentifier(), loop)));
  }

  // The loop stays the last of the statements, so that labels keep their target.
  private void loop(Statement s, List<Statement> out) {
    if (s instanceof WhileStmt loop) {
      whileLoop(loop, out);
    } else if (s instanceof DoStmt loop) {
      doLoop(loop, out);
    } else if (s instanceof ForStmt loop) {
      forLoop(loop, out);
    } else {
      ForEachStmt loop = (ForEachStmt) s;
      loop.setIterable(expressions.lower(loop.getIterable(), out));
      out.add(loop);
    }
  }

  // while (f()) s => while (true) { t = f(); if (!t) break; s }
  private void whileLoop(WhileStmt loop, List<Statement> out) {
    BlockStmt body = (BlockStmt) loop.getBody();
    block(body);
    if (Marks.isHot(loop.getCondition())) {
      body.getStatements().addAll(0, leaveUnless(loop.getCondition()));
      loop.setCondition(method.source().expression("true"));
    }
    out.add(loop);
  }

  private List<Statement> leaveUnless(Expression condition) {
    List<Statement> statements = new ArrayList<>();
    Expression test = expressions.lower(condition, statements);
    Statement leave = method.source().statement("if (!(%s)) break;", "x");
    leave.asIfStmt().getCondition().asUnaryExpr().getExpression().asEnclosedExpr().setInner(test);
    statements.add(Source.at(condition, leave));
    return statements;
  }

  // do s while (f()); => while (true) { s; t = f(); if (!t) break; }
  private void doLoop(DoStmt loop, List<Statement> out) {
    if (!Marks.isHot(loop.getCondition())) {
      block((BlockStmt) loop.getBody());
      out.add(loop);
      return;
    }
    Statement body = breakable(loop, (BlockStmt) loop.getBody());
    BlockStmt whole = Source.at(loop, new BlockStmt());
    whole.addStatement(body);
    whole.getStatements().addAll(leaveUnless(loop.getCondition()));
    out.add(Source.at(loop, new WhileStmt(method.source().expression("true"), whole)));
  }

  // { ... continue; ... } => next: { ... break next; ... }
  private Statement breakable(Statement loop, BlockStmt body) {
    List<Statement> continues =
        Jumps.to(loop, body).stream().filter(Statement::isContinueStmt).toList();
    if (continues.isEmpty()) {
      block(body);
      IfStmt always = method.source().statement("if (true) {}").asIfStmt();
      always.setThenStmt(body);
      return Source.at(body, always);
    }
    String next = method.names().fresh("next$");
    for (Statement each : continues) {
      each.replace(Source.at(each, new BreakStmt().setLabel(new SimpleName(next))));
    }
    block(body);
    return Source.at(body, new LabeledStmt(next, body));
  }

  // for (i = f(); g(); h()) s => { i = f(); for (;;) { t = g(); if (!t) break; s; h(); } }
  private void forLoop(ForStmt loop, List<Statement> out) {
    boolean hotUpdate = loop.getUpdate().stream().anyMatch(Marks::isHot);
    if (hotUpdate) {
      BlockStmt whole = new BlockStmt();
      BlockStmt old = (BlockStmt) loop.getBody();
      loop.setBody(new BlockStmt()); // a node that is moved must not have its old parent
      Statement body = breakable(loop, old);
      whole.addStatement(body);
      for (Expression update : List.copyOf(loop.getUpdate())) {
        List<Statement> lowered = new ArrayList<>();
        lower(Source.at(update, new ExpressionStmt(update.clone())), lowered);
        whole.getStatements().addAll(lowered);
      }
      loop.getUpdate().clear();
      loop.setBody(whole);
    } else {
      block((BlockStmt) loop.getBody());
    }
    if (loop.getCompare().filter(Marks::isHot).isPresent()) {
      List<Statement> test = leaveUnless(loop.getCompare().get().clone());
      ((BlockStmt) loop.getBody()).getStatements().addAll(0, test);
      loop.removeCompare();
    }
    if (loop.getInitialization().stream().anyMatch(Marks::isHot)) {
      for (Expression init : List.copyOf(loop.getInitialization())) {
        init(init, out);
      }
      loop.getInitialization().clear();
    }
    out.add(loop);
  }

  private void init(Expression init, List<Statement> out) {
    if (!(init instanceof VariableDeclarationExpr declaration)) {
      lower(Source.at(init, new ExpressionStmt(init.clone())), out);
      return;
    }
    for (VariableDeclarator variable : declaration.getVariables()) {
      lower(
          Source.at(variable, new ExpressionStmt(new VariableDeclarationExpr(variable.clone()))),
          out);
    }
  }

  // synchronized (f()) { s } => Object lock = null; t = f(); synchronized (lock = t) { s }
  private void region(SynchronizedStmt region, List<Statement> out) {
    Expression monitor = expressions.lower(region.getExpression(), out);
    Local lock = method.flag("lock$", "java.lang.Object");
    method.reassigned().add(lock.name());
    out.add(method.source().statement("java.lang.Object %s = null;", lock.name()));
    block(region.getBody());
    region.setExpression(
        Source.at(
            region,
            new AssignExpr(
                new NameExpr(lock.name()), monitor.clone(), AssignExpr.Operator.ASSIGN)));
    out.add(region);
  }

  // assert f() : m => boolean on = false; assert on = true; if (on) { if (!f()) throw ...; }
  private void assertion(AssertStmt s, List<Statement> out) {
    Local enabled = method.flag("enabled$", "boolean");
    out.add(method.source().statement("boolean %s = false;", enabled.name()));
    out.add(method.source().statement("assert %s = true;", enabled.name()));
    IfStmt checked =
        method.source().statement("if (%s) { if (!(x)) {} }", enabled.name()).asIfStmt();
    BlockStmt body = checked.getThenStmt().asBlockStmt();
    IfStmt failed = body.getStatement(0).asIfStmt();
    body.getStatements().clear();
    List<Statement> test = new ArrayList<>();
    failed
        .getCondition()
        .asUnaryExpr()
        .getExpression()
        .asEnclosedExpr()
        .setInner(expressions.lower(s.getCheck(), test));
    body.getStatements().addAll(test);
    body.addStatement(Source.at(s, failed));
    List<Statement> raise = new ArrayList<>();
    Statement thrown = method.source().statement("throw new java.lang.AssertionError();");
    s.getMessage()
        .ifPresent(
            message ->
                thrown
                    .asThrowStmt()
                    .getExpression()
                    .asObjectCreationExpr()
                    .addArgument(expressions.lower(message, raise)));
    raise.add(Source.at(s, thrown));
    failed.getThenStmt().asBlockStmt().getStatements().addAll(raise);
    out.add(Source.at(s, checked));
  }
}
