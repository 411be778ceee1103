package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Lowers both kinds of {@code switch} around safepoints. */
final class SwitchLowering {
  private final Method method;
  private final StatementLowering statements;
  private final ExpressionLowering expressions;

  SwitchLowering(Method method, StatementLowering statements, ExpressionLowering expressions) {
    this.method = method;
    this.statements = statements;
    this.expressions = expressions;
  }

  void statement(SwitchStmt s, List<Statement> out) {
    s.setSelector(expressions.lower(s.getSelector(), out));
    for (SwitchEntry entry : s.getEntries()) {
      if (entry.getType() == SwitchEntry.Type.STATEMENT_GROUP) {
        List<Statement> declared = new ArrayList<>();
        moveDeclarations(entry, declared);
        out.addAll(declared);
        entry.setStatements(new NodeList<>(statements.all(entry.getStatements())));
      } else {
        BlockStmt block = blockOf(entry);
        statements.block(block);
        entry.setStatements(new NodeList<>(block));
        entry.setType(SwitchEntry.Type.BLOCK);
      }
    }
    out.add(s);
  }

  private static BlockStmt blockOf(SwitchEntry entry) {
    Statement only = entry.getStatement(0);
    if (only instanceof BlockStmt block) {
      return block;
    }
    BlockStmt block = Source.at(only, new BlockStmt());
    block.addStatement(only.clone());
    return block;
  }

  // switch (x) { case 1: T y = e; ... } => T y; switch (x) { case 1: y = e; ... }
  private void moveDeclarations(SwitchEntry entry, List<Statement> out) {
    for (Statement statement : List.copyOf(entry.getStatements())) {
      if (statement instanceof ExpressionStmt each
          && each.getExpression() instanceof VariableDeclarationExpr declaration) {
        move(each, declaration.getVariable(0), out);
      }
    }
  }

  private void move(ExpressionStmt statement, VariableDeclarator variable, List<Statement> out) {
    Local local = method.locals().get(variable.getNameAsString());
    String type = local == null ? variable.getTypeAsString() : local.type();
    String name = variable.getNameAsString();
    if (variable.containsData(Attribution.KEY)) {
      // Two variables of one name can be declared in one list of statements now.
      name = method.names().fresh(name + "$");
      Node scope = statement.getParentNode().orElseThrow().getParentNode().orElseThrow();
      Object element = Attribution.of(variable).element();
      for (NameExpr use : scope.findAll(NameExpr.class)) {
        if (use.containsData(Attribution.KEY) && Attribution.of(use).element() == element) {
          use.setName(name);
        }
      }
    }
    method.declare(new Local(name, type, local == null ? type : local.erased(), null));
    variable.setName(name);
    method.reassigned().add(name);
    Statement declared = method.source().statement("%s %s;", type, name);
    out.add(declared);
    if (variable.getInitializer().isPresent()) {
      statement.replace(
          Source.at(statement, new ExpressionStmt(Declarations.assignment(variable))));
    } else {
      statement.remove();
    }
  }

  // switch (x) { case A -> f(); default -> { yield b; } } =>
  // T t; s: switch (x) { case A -> { t = f(); } default -> { t = b; break s; } } ... t
  Expression expression(SwitchExpr e, List<Statement> out) {
    if (e.containsData(PatternSwitchPass.SELECTS)) {
      e.setSelector(expressions.lower(e.getSelector(), out));
      return e;
    }
    Local result = method.temporary(ExpressionLowering.type(e));
    String label = method.names().fresh("switch$");
    out.add(
        Source.at(
            e,
            method
                .source()
                .statement("%s %s = %s;", result.type(), result.name(), result.defaultValue())));
    SwitchStmt lowered = Source.at(e, new SwitchStmt());
    lowered.setSelector(e.getSelector().clone());
    boolean exhaustive = false;
    boolean arrows = true;
    for (SwitchEntry original : e.getEntries()) {
      SwitchEntry entry = original.clone();
      lowered.getEntries().add(entry);
      exhaustive |= entry.getLabels().isEmpty() || entry.isDefault();
      arrows = entry.getType() != SwitchEntry.Type.STATEMENT_GROUP;
      if (entry.getType() == SwitchEntry.Type.EXPRESSION) {
        Expression value = entry.getStatement(0).asExpressionStmt().getExpression();
        entry.setStatements(new NodeList<>(assignment(result, value)));
      } else {
        yields(entry, result, label);
      }
    }
    if (!exhaustive) {
      SwitchEntry none = new SwitchEntry();
      none.setType(arrows ? SwitchEntry.Type.THROWS_STATEMENT : SwitchEntry.Type.STATEMENT_GROUP);
      none.setDefault(true);
      none.addStatement(
          method.source().statement("throw new java.lang.IncompatibleClassChangeError();"));
      lowered.getEntries().add(none);
    }
    LabeledStmt labeled = Source.at(e, new LabeledStmt(label, lowered));
    new BlockStmt().addStatement(labeled);
    List<Statement> parts = new ArrayList<>();
    statement(lowered, parts);
    Statement selection = parts.remove(parts.size() - 1);
    out.addAll(parts);
    out.add(Source.at(e, new LabeledStmt(label, selection)));
    return new NameExpr(result.name());
  }

  private static Statement assignment(Local result, Expression value) {
    return Source.at(
        value,
        new ExpressionStmt(
            Source.at(
                value,
                new AssignExpr(
                    new NameExpr(result.name()), value.clone(), AssignExpr.Operator.ASSIGN))));
  }

  // yield e; => { t = e; break s; }
  private static void yields(Node node, Local result, String label) {
    for (Node child : List.copyOf(node.getChildNodes())) {
      if (child instanceof YieldStmt each) {
        BlockStmt block = Source.at(each, new BlockStmt());
        block.addStatement(assignment(result, Objects.requireNonNull(each.getExpression())));
        block.addStatement(Source.at(each, new BreakStmt().setLabel(new SimpleName(label))));
        each.replace(block);
      } else if (!(child instanceof SwitchExpr) && !Marks.isForeign(child)) {
        yields(child, result, label);
      }
    }
  }
}
