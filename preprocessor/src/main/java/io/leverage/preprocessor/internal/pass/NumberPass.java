package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Numbers the safepoints in source order and notes what is live at each. */
final class NumberPass {
  private NumberPass() {}

  static List<Safepoint> apply(Method method) {
    List<Statement> stops = new ArrayList<>();
    Marks.walk(
        method.body(),
        node -> {
          if (node.containsData(Marks.SAFEPOINT)) {
            stops.add((Statement) node);
          }
        });
    Liveness.apply(method);
    List<Safepoint> safepoints = new ArrayList<>();
    for (Statement stop : stops) {
      Safepoint safepoint = stop.getData(Marks.SAFEPOINT);
      safepoints.add(safepoint);
      safepoint.number(safepoints.size());
      Set<String> scope = inScope(method, stop);
      safepoint.live().retainAll(scope);
    }
    return safepoints;
  }

  private static Set<String> inScope(Method method, Statement stop) {
    Set<String> names = new HashSet<>(method.captured().keySet());
    method.declaration().getParameters().forEach(each -> names.add(each.getNameAsString()));
    Node child = stop;
    while (!Marks.same(child, method.body())) {
      Node parent = child.getParentNode().orElseThrow();
      if (parent instanceof BlockStmt block) {
        declaredBefore(block.getStatements(), child, names);
      } else if (parent instanceof SwitchEntry entry) {
        declaredBefore(entry.getStatements(), child, names);
      } else if (parent instanceof SwitchStmt selection) {
        for (SwitchEntry entry : selection.getEntries()) {
          if (Marks.same(entry, child)) {
            break;
          }
          declaredBefore(entry.getStatements(), selection, names);
        }
      } else if (parent instanceof ForStmt loop) {
        loop.getInitialization().forEach(each -> declared(each, names));
      }
      child = parent;
    }
    return names;
  }

  private static void declaredBefore(NodeList<Statement> statements, Node end, Set<String> names) {
    for (Statement each : statements) {
      if (Marks.same(each, end)) {
        return;
      }
      if (each instanceof ExpressionStmt statement) {
        declared(statement.getExpression(), names);
      }
    }
  }

  private static void declared(Node node, Set<String> names) {
    if (node instanceof VariableDeclarationExpr declaration) {
      for (VariableDeclarator variable : declaration.getVariables()) {
        names.add(variable.getNameAsString());
      }
    }
  }
}
