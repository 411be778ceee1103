package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;

/** Marks the user's lines in resume bodies, which are printed on other lines. */
final class LineMarks {
  private LineMarks() {}

  static String mark(int line) {
    return "io.leverage.continuation.Continuation.line(" + line + ");";
  }

  /** Marks the statements of all blocks below a node, of lambdas and classes in it too. */
  static void insertBelow(Node node, Source source) {
    Marks.walk(
        node,
        each -> {
          if (each instanceof BlockStmt block) {
            insert(block.getStatements(), source);
          } else if (each instanceof SwitchEntry entry
              && entry.getType() == SwitchEntry.Type.STATEMENT_GROUP) {
            insert(entry.getStatements(), source);
          }
          each.getChildNodes().stream()
              .filter(Marks::isForeign)
              .forEach(foreign -> insertInto(foreign, source));
        });
  }

  /** Marks the statements of a class that was moved: of its methods, initialisers and lambdas. */
  static void insertInto(Node type, Source source) {
    for (BlockStmt block : type.findAll(BlockStmt.class)) {
      insert(block.getStatements(), source);
    }
    for (SwitchEntry entry : type.findAll(SwitchEntry.class)) {
      if (entry.getType() == SwitchEntry.Type.STATEMENT_GROUP) {
        insert(entry.getStatements(), source);
      }
    }
  }

  private static void insert(NodeList<Statement> statements, Source source) {
    int last = 0;
    for (int i = 0; i < statements.size(); i++) {
      int line = Method.line(statements.get(i));
      if (line > last && !statements.get(i).isExplicitConstructorInvocationStmt()) {
        statements.add(i++, source.statement("%s", mark(line)));
        last = line;
      }
    }
  }
}
