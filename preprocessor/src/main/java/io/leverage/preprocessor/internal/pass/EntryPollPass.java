package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.List;
import java.util.Optional;

/**
 * Lets a recursive method poll when it is entered, but behind what ends the recursion: the last
 * calls, of which a tree of calls has at least as many as of all others, need no poll.
 */
final class EntryPollPass {
  private EntryPollPass() {}

  // f(n) { if (n < 2) return n; return f(n - 1) + f(n - 2); } =>
  // f(n) { if (n < 2) return n; poll return f(n - 1) + f(n - 2); }
  static void apply(Method method) {
    BlockStmt block = method.body();
    while (true) {
      int hot = firstHot(block);
      if (hot < 0) {
        block.addStatement(0, PollPass.poll(method.declaration()));
        return;
      }
      List<Statement> statements = block.getStatements();
      Optional<BlockStmt> inner =
          statements.subList(hot + 1, statements.size()).stream().noneMatch(Marks::isHot)
              ? onlyHotBranch(statements.get(hot))
              : Optional.empty();
      if (inner.isEmpty()) {
        boolean ends = statements.subList(0, hot).stream().anyMatch(EntryPollPass::ends);
        Node at = ends ? statements.get(hot) : method.declaration();
        block.addStatement(ends ? hot : 0, PollPass.poll(at));
        return;
      }
      block = inner.get();
    }
  }

  private static int firstHot(BlockStmt block) {
    List<Statement> statements = block.getStatements();
    for (int i = 0; i < statements.size(); i++) {
      if (Marks.isHot(statements.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<BlockStmt> onlyHotBranch(Statement statement) {
    if (!(statement instanceof IfStmt choice) || Marks.isHot(choice.getCondition())) {
      return Optional.empty();
    }
    Optional<Statement> otherwise = choice.getElseStmt();
    if (otherwise.filter(Marks::isHot).isEmpty()) {
      return block(choice.getThenStmt());
    }
    return Marks.isHot(choice.getThenStmt()) ? Optional.empty() : block(otherwise.get());
  }

  private static Optional<BlockStmt> block(Statement branch) {
    return branch instanceof BlockStmt block ? Optional.of(block) : Optional.empty();
  }

  private static boolean ends(Statement statement) {
    boolean[] found = new boolean[1];
    Marks.walk(
        statement, node -> found[0] |= node instanceof ReturnStmt || node instanceof ThrowStmt);
    return found[0];
  }
}
