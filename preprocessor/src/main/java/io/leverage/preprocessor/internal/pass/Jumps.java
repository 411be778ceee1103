package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds where {@code break} and {@code continue} lead. */
public final class Jumps {
  private Jumps() {}

  /** Gets the breaks and continues below a node whose targets are not below it. */
  static List<Statement> escaping(Node node) {
    List<Statement> found = new ArrayList<>();
    collect(node, false, false, Set.of(), found);
    return found;
  }

  /** Gets the jumps out of a loop's body that lead to that loop. */
  static List<Statement> to(Statement loop, Node body) {
    Set<String> labels = labels(loop);
    return escaping(body).stream()
        .filter(each -> label(each).map(labels::contains).orElse(true))
        .toList();
  }

  /** Gets the labels that stand before a statement. */
  public static Set<String> labels(Statement statement) {
    Set<String> labels = new TreeSet<>();
    Node outer = statement.getParentNode().orElse(null);
    while (outer instanceof LabeledStmt labeled) {
      labels.add(labeled.getLabel().getIdentifier());
      outer = labeled.getParentNode().orElse(null);
    }
    return labels;
  }

  /** Gets a statement with the labels before it. */
  static Statement withLabels(Statement statement) {
    Statement whole = statement;
    while (whole.getParentNode().orElse(null) instanceof LabeledStmt labeled) {
      whole = labeled;
    }
    return whole;
  }

  /** Gets a jump's label. */
  static Optional<String> label(Statement jump) {
    return (jump instanceof BreakStmt out ? out.getLabel() : ((ContinueStmt) jump).getLabel())
        .map(SimpleName::getIdentifier);
  }

  private static void collect(
      Node node, boolean inBreakable, boolean inLoop, Set<String> labels, List<Statement> found) {
    if (node instanceof BreakStmt || node instanceof ContinueStmt) {
      Statement jump = (Statement) node;
      boolean inside =
          label(jump)
              .map(labels::contains)
              .orElse(node instanceof BreakStmt ? inBreakable : inLoop);
      if (!inside) {
        found.add(jump);
      }
      return;
    }
    boolean loop = node instanceof Statement statement && isPlainLoop(statement);
    Set<String> inner = labels;
    if (node instanceof LabeledStmt labeled) {
      inner = new HashSet<>(labels);
      inner.add(labeled.getLabel().getIdentifier());
    }
    for (Node child : node.getChildNodes()) {
      if (!Marks.isForeign(child)) {
        collect(
            child, inBreakable || loop || node instanceof SwitchStmt, inLoop || loop, inner, found);
      }
    }
  }

  static boolean isPlainLoop(Statement statement) {
    return !(statement instanceof LabeledStmt) && BlocksPass.isLoop(statement);
  }
}
