package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.List;
import java.util.function.Consumer;

/** Gives every statement a block to stand in, and every local variable its own statement. */
final class BlocksPass {
  private BlocksPass() {}

  static void apply(Method method) {
    Marks.walk(method.body(), BlocksPass::bodies);
    Marks.walk(method.body(), BlocksPass::splitDeclarations);
    Marks.walk(method.body(), BlocksPass::moveCapturedInit);
  }

  private static void bodies(Node node) {
    if (node instanceof IfStmt statement) {
      block(statement.getThenStmt(), statement::setThenStmt);
      statement.getElseStmt().ifPresent(each -> block(each, statement::setElseStmt));
    } else if (node instanceof WhileStmt loop) {
      block(loop.getBody(), loop::setBody);
    } else if (node instanceof DoStmt loop) {
      block(loop.getBody(), loop::setBody);
    } else if (node instanceof ForStmt loop) {
      block(loop.getBody(), loop::setBody);
    } else if (node instanceof ForEachStmt loop) {
      block(loop.getBody(), loop::setBody);
    } else if (node instanceof LabeledStmt labeled && !isLoop(labeled.getStatement())) {
      block(labeled.getStatement(), labeled::setStatement);
    } else if (node instanceof BlockStmt block) {
      block.getStatements().removeIf(EmptyStmt.class::isInstance);
    }
  }

  // while (c) s; => while (c) { s; }
  private static void block(Statement body, Consumer<Statement> setter) {
    if (!(body instanceof BlockStmt)) {
      BlockStmt block = Source.at(body, new BlockStmt());
      setter.accept(block);
      if (!(body instanceof EmptyStmt)) {
        block.addStatement(body);
      }
    }
  }

  static boolean isLoop(Statement statement) {
    return statement instanceof WhileStmt
        || statement instanceof DoStmt
        || statement instanceof ForStmt
        || statement instanceof ForEachStmt
        || (statement instanceof LabeledStmt labeled && isLoop(labeled.getStatement()));
  }

  // int a = 1, b = a; => int a = 1; int b = a;
  private static void splitDeclarations(Node node) {
    if (!(node instanceof ExpressionStmt statement
        && statement.getExpression() instanceof VariableDeclarationExpr declaration
        && declaration.getVariables().size() > 1)) {
      return;
    }
    NodeList<Statement> siblings = siblings(statement);
    int at = indexOf(siblings, statement);
    while (declaration.getVariables().size() > 1) {
      VariableDeclarator first = declaration.getVariable(0);
      declaration.getVariables().remove(0);
      VariableDeclarationExpr single = Source.at(first, new VariableDeclarationExpr(first));
      declaration.getModifiers().forEach(each -> single.addModifier(each.getKeyword()));
      siblings.add(at++, Source.at(first, new ExpressionStmt(single)));
    }
  }

  // for (T x = a; run(() -> x); ) s => { T x = a; for (; run(() -> x); ) s }
  private static void moveCapturedInit(Node node) {
    if (!(node instanceof ForStmt loop && hasForeignHeader(loop))) {
      return;
    }
    BlockStmt block = Source.at(loop, new BlockStmt());
    Node whole = loop;
    while (whole.getParentNode().orElseThrow() instanceof LabeledStmt labeled) {
      whole = labeled;
    }
    whole.replace(block);
    loop.getInitialization()
        .forEach(each -> block.addStatement(Source.at(each, new ExpressionStmt(each.clone()))));
    loop.getInitialization().clear();
    block.addStatement((Statement) whole);
    List.copyOf(block.getStatements()).forEach(BlocksPass::splitDeclarations);
  }

  private static boolean hasForeignHeader(ForStmt loop) {
    return loop.getInitialization().stream().anyMatch(VariableDeclarationExpr.class::isInstance)
        && (loop.getInitialization().stream().anyMatch(Marks::isHot)
            || loop.getCompare().filter(BlocksPass::hasForeign).isPresent()
            || loop.getUpdate().stream().anyMatch(BlocksPass::hasForeign)
            || loop.getInitialization().stream().anyMatch(BlocksPass::hasForeign));
  }

  static boolean hasForeign(Node node) {
    return node.findFirst(LambdaExpr.class).isPresent()
        || node.findFirst(
                ObjectCreationExpr.class, each -> each.getAnonymousClassBody().isPresent())
            .isPresent();
  }

  /** Gets the list of statements that a statement stands in. */
  static NodeList<Statement> siblings(Statement statement) {
    Node parent = statement.getParentNode().orElseThrow();
    if (parent instanceof BlockStmt block) {
      return block.getStatements();
    }
    return ((SwitchEntry) parent).getStatements();
  }

  /** Finds a node by identity. */
  static int indexOf(NodeList<? extends Node> nodes, Node node) {
    for (int i = 0; i < nodes.size(); i++) {
      if (Marks.same(nodes.get(i), node)) {
        return i;
      }
    }
    throw new IllegalStateException("not among its siblings: " + node);
  }
}
