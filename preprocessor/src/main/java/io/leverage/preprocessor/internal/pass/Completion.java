package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.List;

/** Tells whether statements can complete normally (Java language specification, 14.22). */
final class Completion {
  private Completion() {}

  static boolean canComplete(Statement s) {
    if (s instanceof BlockStmt block) {
      return allComplete(block.getStatements());
    } else if (s instanceof IfStmt branch) {
      return branch.getElseStmt().isEmpty()
          || canComplete(branch.getThenStmt())
          || canComplete(branch.getElseStmt().get());
    } else if (s instanceof WhileStmt loop) {
      return !isTrue(loop.getCondition()) || leaves(loop, loop.getBody());
    } else if (s instanceof DoStmt loop) {
      return !isTrue(loop.getCondition()) || leaves(loop, loop.getBody());
    } else if (s instanceof ForStmt loop) {
      return !loop.getCompare().map(Completion::isTrue).orElse(true)
          || leaves(loop, loop.getBody());
    } else if (s instanceof LabeledStmt labeled) {
      return canComplete(labeled.getStatement())
          || s.findFirst(
                  BreakStmt.class,
                  each -> each.getLabel().filter(labeled.getLabel()::equals).isPresent())
              .isPresent();
    } else if (s instanceof SwitchStmt selection) {
      return completes(selection);
    } else if (s instanceof TryStmt statement) {
      return statement.getFinallyBlock().map(Completion::canComplete).orElse(true)
          && (canComplete(statement.getTryBlock())
              || statement.getCatchClauses().stream()
                  .anyMatch(each -> canComplete(each.getBody())));
    } else if (s instanceof SynchronizedStmt statement) {
      return canComplete(statement.getBody());
    }
    return !(s instanceof ReturnStmt
        || s instanceof ThrowStmt
        || s instanceof BreakStmt
        || s instanceof ContinueStmt
        || s instanceof YieldStmt);
  }

  private static boolean allComplete(List<Statement> statements) {
    return statements.stream().allMatch(Completion::canComplete);
  }

  private static boolean completes(SwitchStmt s) {
    boolean total = s.getEntries().stream().anyMatch(each -> each.getLabels().isEmpty());
    if (!total
        || s.getEntries().stream().anyMatch(each -> leavesSwitch(each))
        || s.getEntries().isEmpty()) {
      return true;
    }
    SwitchEntry last = s.getEntry(s.getEntries().size() - 1);
    return last.getType() == SwitchEntry.Type.STATEMENT_GROUP
        ? allComplete(last.getStatements())
        : s.getEntries().stream().anyMatch(each -> allComplete(each.getStatements()));
  }

  private static boolean leavesSwitch(SwitchEntry entry) {
    return Jumps.escaping(entry).stream()
        .anyMatch(each -> each instanceof BreakStmt && Jumps.label(each).isEmpty());
  }

  private static boolean leaves(Statement loop, Node body) {
    return Jumps.to(loop, body).stream().anyMatch(BreakStmt.class::isInstance);
  }

  static boolean isTrue(Expression condition) {
    Expression plain = ExpressionLowering.unwrap(condition);
    if (plain.isBooleanLiteralExpr()) {
      return plain.asBooleanLiteralExpr().getValue();
    }
    return plain.containsData(Attribution.KEY)
        && Boolean.TRUE.equals(Attribution.of(plain).constant());
  }
}
