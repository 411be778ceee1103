package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.DataKey;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;

/** Gives every loop around a safepoint a label of its own, and every jump to it that label. */
final class LabelPass {
  /** On a loop of a resume body: its label. */
  static final DataKey<String> LABEL = new DataKey<>() {};

  private LabelPass() {}

  static void apply(Method method, BlockStmt body) {
    List<Statement> loops = new ArrayList<>();
    Marks.walk(
        body,
        node -> {
          if (node instanceof Statement loop && Jumps.isPlainLoop(loop) && Marks.isHot(loop)) {
            loops.add(loop);
          }
        });
    for (Statement loop : loops) {
      label(method, loop);
    }
  }

  // a: while (c) { continue a; } => loop$: while (c) { continue loop$; }
  private static void label(Method method, Statement loop) {
    String label = method.names().fresh("loop$");
    Statement inner = ((com.github.javaparser.ast.nodeTypes.NodeWithBody<?>) loop).getBody();
    for (Statement jump : Jumps.to(loop, inner)) {
      if (jump instanceof BreakStmt out) {
        out.setLabel(new SimpleName(label));
      } else {
        ((ContinueStmt) jump).setLabel(new SimpleName(label));
      }
    }
    loop.setData(LABEL, label);
    Statement whole = Jumps.withLabels(loop);
    LabeledStmt labeled = Source.at(loop, new LabeledStmt(label, new EmptyStmt()));
    whole.replace(labeled);
    labeled.setStatement(loop);
  }
}
