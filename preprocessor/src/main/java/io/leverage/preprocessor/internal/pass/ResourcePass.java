package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes try-with-resources around safepoints as the language specification does (14.20.3). */
final class ResourcePass {
  private ResourcePass() {}

  static void apply(Method method) {
    List<TryStmt> statements = new ArrayList<>(method.body().findAll(TryStmt.class));
    Collections.reverse(statements); // inner ones first
    for (TryStmt statement : statements) {
      if (!statement.getResources().isEmpty()
          && !Marks.isInForeign(statement, method.body())
          && Marks.isHot(statement)) {
        lower(method, statement);
      }
    }
  }

  // try (R r = e) b catch (E x) c finally f =>
  // try { { R r = e; Throwable p = null; try b catch (Throwable t) { p = t; throw t; }
  //   finally { close r } } } catch (E x) c finally f
  private static void lower(Method method, TryStmt statement) {
    NodeList<Expression> resources = statement.getResources();
    BlockStmt body = statement.getTryBlock();
    statement.setTryBlock(new BlockStmt());
    for (int i = resources.size() - 1; i >= 0; i--) {
      body = closing(method, resources.get(i), body);
    }
    resources.clear();
    if (statement.getCatchClauses().isEmpty() && statement.getFinallyBlock().isEmpty()) {
      statement.replace(body);
    } else {
      statement.setTryBlock(body);
    }
  }

  private static BlockStmt closing(Method method, Expression original, BlockStmt body) {
    Expression resource = original.clone();
    resource.removeData(Marks.IMPLICIT);
    BlockStmt block = Source.at(resource, new BlockStmt());
    String name = resource.toString();
    if (resource instanceof VariableDeclarationExpr declaration) {
      block.addStatement(Source.at(resource, new ExpressionStmt(declaration)));
      name = declaration.getVariable(0).getNameAsString();
    }
    Local primary = method.flag("primary$", "java.lang.Throwable");
    String caught = method.names().fresh("t$");
    block.addStatement(method.source().statement("java.lang.Throwable %s = null;", primary.name()));
    TryStmt guarded =
        (TryStmt)
            method
                .source()
                .statement(
                    "try { } catch (java.lang.Throwable %1$s) { %2$s = %1$s;"
                        + " throw io.leverage.continuation.Continuation.sneaky(%1$s); }"
                        + " finally { if (R$ != null) { if (%2$s != null) {"
                        + " try { R$.close(); } catch (java.lang.Throwable %1$s) {"
                        + " %2$s.addSuppressed(%1$s); } } else { R$.close(); } } }",
                    caught, primary.name());
    Expression use =
        resource instanceof VariableDeclarationExpr declaration
            ? named(declaration, name)
            : resource;
    guarded
        .findAll(
            com.github.javaparser.ast.expr.NameExpr.class,
            each -> each.getNameAsString().equals("R$"))
        .forEach(hole -> hole.replace(use.clone()));
    guarded
        .findAll(com.github.javaparser.ast.expr.MethodCallExpr.class)
        .forEach(call -> ImplicitCall.mark(original, call, method.types()));
    guarded.setTryBlock(body);
    block.addStatement(Source.at(resource, guarded));
    return block;
  }

  private static Expression named(VariableDeclarationExpr declaration, String name) {
    var use = new com.github.javaparser.ast.expr.NameExpr(name);
    var variable = declaration.getVariable(0);
    if (variable.containsData(io.leverage.preprocessor.internal.parse.Attribution.KEY)) {
      use.setData(
          io.leverage.preprocessor.internal.parse.Attribution.KEY,
          variable.getData(io.leverage.preprocessor.internal.parse.Attribution.KEY));
    }
    return use;
  }
}
