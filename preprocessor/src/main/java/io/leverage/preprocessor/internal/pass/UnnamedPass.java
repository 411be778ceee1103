package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.stmt.CatchClause;

/** Names the variables without a name, so that they can be moved like others. */
final class UnnamedPass {
  private static final String UNNAMED = "_";

  private UnnamedPass() {}

  // catch (E _) { } => catch (E unnamed$) { }; T _ = e; => T unnamed$ = e;
  static void apply(Method method) {
    Marks.walk(
        method.body(),
        node -> {
          if (node instanceof VariableDeclarator variable
              && variable.getNameAsString().equals(UNNAMED)) {
            variable.setName(method.names().fresh("unnamed$"));
          } else if (node instanceof CatchClause clause
              && clause.getParameter().getNameAsString().equals(UNNAMED)) {
            clause.getParameter().setName(method.names().fresh("unnamed$"));
          }
        });
  }
}
