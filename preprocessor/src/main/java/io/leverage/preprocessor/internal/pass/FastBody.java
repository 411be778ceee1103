package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.ArrayList;
import java.util.List;

/** Writes out the safepoints of code that runs normally. */
final class FastBody {
  private FastBody() {}

  /** Replaces the safepoints below a node. */
  static void expand(Node root, Source source, FrameLayout layout) {
    List<Statement> stops = new ArrayList<>();
    Marks.walk(
        root,
        node -> {
          if (node.containsData(Marks.SAFEPOINT)) {
            stops.add((Statement) node);
          }
        });
    for (Statement stop : stops) {
      stop.replace(expanded(stop, source, layout));
    }
  }

  // t = f(c$) => try { t = f(c$); } catch (Unwind u$) { throw save(c$, n, live); }
  // poll => if (c$.poll && c$.slow()) throw save(c$, n, live);
  private static Statement expanded(Statement stop, Source source, FrameLayout layout) {
    Safepoint safepoint = stop.getData(Marks.SAFEPOINT);
    String save = layout.saveCall(safepoint);
    if (safepoint.resume() == null) {
      Statement poll = source.statement("if (c$.poll && c$.slow()) throw %s;", save);
      layout.attribute(poll);
      return Source.at(stop, poll);
    }
    TryStmt call =
        (TryStmt)
            source.statement(
                "try {} catch (io.leverage.continuation.Unwind u$) { throw %s; }", save);
    layout.attribute(call);
    Statement plain = stop.clone();
    plain.removeData(Marks.SAFEPOINT);
    call.getTryBlock().addStatement(plain);
    return Source.at(stop, call);
  }
}
