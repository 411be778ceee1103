package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.UnionType;

/**
 * Lowers {@code try} around safepoints: handlers with safepoints run after the {@code try}, and
 * {@code finally} becomes explicit state, so that a capture runs neither.
 */
final class TryLowering {
  private static final String PASS = "catch (io.leverage.continuation.Unwind u$) { throw u$; }";
  private static final Set<String> UNCHECKED_ROOTS =
      Set.of("java.lang.RuntimeException", "java.lang.Error");
  private static final Set<String> ABOVE_UNCHECKED =
      Set.of("java.lang.Exception", "java.lang.Throwable");

  private final Method method;
  private final StatementLowering statements;

  TryLowering(Method method, StatementLowering statements) {
    this.method = method;
    this.statements = statements;
  }

  void lower(TryStmt s, List<Statement> out) {
    statements.block(s.getTryBlock());
    s.getCatchClauses().forEach(each -> statements.block(each.getBody()));
    s.getFinallyBlock().ifPresent(statements::block);
    List<Statement> guarded = new ArrayList<>();
    BlockStmt last = s.getFinallyBlock().orElse(null);
    s.removeFinallyBlock();
    if (s.getCatchClauses().isEmpty()) {
      guarded.addAll(s.getTryBlock().getStatements());
    } else {
      catches(s, guarded);
    }
    if (last == null) {
      out.addAll(guarded);
    } else {
      lastly(s, guarded, last, out);
    }
  }

  // try { b } catch (E e) { f(); } =>
  // int h = 0; E c = null; try { b } catch (E e) { c = e; h = 1; } if (h == 1) { f(); }
  private void catches(TryStmt s, List<Statement> out) {
    List<Statement> handlers = new ArrayList<>();
    String handler = null;
    int number = 0;
    boolean seesUnwind = false;
    for (CatchClause clause : s.getCatchClauses()) {
      if (!clause.getParameter().containsData(Attribution.KEY)) {
        seesUnwind = true; // generated: it catches all, and has no safepoint
        continue;
      }
      TypeMirror type = Objects.requireNonNull(Attribution.of(clause.getParameter()).type());
      alternatives(clause, type).forEach(each -> declareThrown(s, each));
      seesUnwind |= alternatives(clause, type).stream().anyMatch(TryLowering::seesUnwind);
      if (Marks.isHot(clause.getBody())) {
        if (handler == null) {
          handler = method.flag("handler$", "int").name();
          out.add(method.source().statement("int %s = 0;", handler));
        }
        number++;
        handlers.add(moveHandler(clause, type, handler, number, out));
      }
    }
    if (seesUnwind) {
      s.getCatchClauses().add(0, passUnwind());
    }
    out.add(s);
    out.addAll(handlers);
  }

  private CatchClause passUnwind() {
    return ((TryStmt) method.source().statement("try {} " + PASS)).getCatchClauses().get(0);
  }

  private Statement moveHandler(
      CatchClause clause, TypeMirror type, String handler, int number, List<Statement> out) {
    String parameter = clause.getParameter().getNameAsString();
    Element element = Objects.requireNonNull(Attribution.of(clause.getParameter()).element());
    Local caught = method.declare(method.names().fresh(parameter + "$"), type);
    method.reassigned().add(caught.name());
    method.copied().add(caught.name());
    out.add(method.source().statement("%s %s = null;", caught.type(), caught.name()));
    BlockStmt body = clause.getBody();
    body.findAll(ThrowStmt.class).forEach(each -> rethrow(each, element));
    body.findAll(NameExpr.class, use -> means(use, element))
        .forEach(use -> use.setName(caught.name()));
    clause.setBody(
        (BlockStmt)
            method
                .source()
                .statement("{ %s = %s; %s = %d; }", caught.name(), parameter, handler, number));
    Statement run = method.source().statement("if (%s == %d) {}", handler, number);
    run.asIfStmt().setThenStmt(body);
    return Source.at(body, run);
  }

  // In a handler `throw e` throws what the body can throw, not the whole type of e.
  private void rethrow(ThrowStmt statement, Element parameter) {
    if (ExpressionLowering.unwrap(statement.getExpression()) instanceof NameExpr name
        && means(name, parameter)) {
      Expression sneaky =
          method.source().expression("io.leverage.continuation.Continuation.sneaky(x)");
      sneaky.asMethodCallExpr().setArgument(0, name.clone());
      statement.setExpression(Source.at(statement, sneaky));
    }
  }

  private static boolean means(NameExpr name, Element element) {
    return name.containsData(Attribution.KEY) && Attribution.of(name).element() == element;
  }

  // try { b } finally { f } =>
  // Throwable x = null; int exit = 0; R ret = 0;
  // out: { try { b, with jumps out of it as { exit = n; break out; } } catch (Throwable t) { x = t;
  // } }
  // f
  // if (x != null) throw x; if (exit == n) jump;
  private void lastly(TryStmt s, List<Statement> guarded, BlockStmt last, List<Statement> out) {
    String pending = method.flag("pending$", "java.lang.Throwable").name();
    String exit = method.flag("exit$", "int").name();
    String label = method.names().fresh("finally$");
    String caught = method.names().fresh("t$");
    out.add(method.source().statement("java.lang.Throwable %s = null;", pending));
    out.add(method.source().statement("int %s = 0;", exit));
    TryStmt state =
        (TryStmt)
            method
                .source()
                .statement(
                    "try {} %s catch (java.lang.Throwable %s) { %s = %s; }",
                    PASS, caught, pending, caught);
    state.getTryBlock().setStatements(new NodeList<>(guarded));
    List<Statement> dispatch = new ArrayList<>();
    dispatch.add(
        method
            .source()
            .statement(
                "if (%1$s != null) throw io.leverage.continuation.Continuation.sneaky(%1$s);",
                pending));
    exits(state.getTryBlock(), exit, label, dispatch, out);
    BlockStmt block = new BlockStmt();
    block.addStatement(Source.at(s, state));
    out.add(Source.at(s, new LabeledStmt(label, block)));
    out.add(last);
    out.addAll(dispatch);
  }

  private void exits(
      BlockStmt body, String exit, String label, List<Statement> dispatch, List<Statement> out) {
    List<Statement> leaving = new ArrayList<>(Jumps.escaping(body));
    Marks.walk(
        body,
        node -> {
          if (node instanceof ReturnStmt each) {
            leaving.add(each);
          }
        });
    Local result = null;
    int number = 0;
    for (Statement each : leaving) {
      number++;
      BlockStmt leave = Source.at(each, new BlockStmt());
      Statement again = each.clone();
      if (each instanceof ReturnStmt back && back.getExpression().isPresent()) {
        if (result == null) {
          TypeMirror type = method.returnType();
          result = method.declare(method.names().fresh("result$"), type);
          out.add(
              method
                  .source()
                  .statement("%s %s = %s;", result.type(), result.name(), result.defaultValue()));
        }
        Statement kept = method.source().statement("%s = x;", result.name());
        kept.asExpressionStmt()
            .getExpression()
            .asAssignExpr()
            .setValue(back.getExpression().get().clone());
        leave.addStatement(Source.at(each, kept));
        again = new ReturnStmt(new NameExpr(result.name()));
      }
      leave.addStatement(method.source().statement("%s = %d;", exit, number));
      leave.addStatement(new BreakStmt().setLabel(new SimpleName(label)));
      Statement go = method.source().statement("if (%s == %d) {}", exit, number);
      go.asIfStmt().getThenStmt().asBlockStmt().addStatement(again);
      dispatch.add(Source.at(each, go));
      each.replace(leave);
    }
  }

  // javac wants to see that a checked exception that is caught can be thrown.
  private void declareThrown(TryStmt s, TypeMirror type) {
    if (isChecked(type)) {
      s.getTryBlock()
          .addStatement(
              0,
              method
                  .source()
                  .statement("if (false) throw (%s) null;", method.typeNames().text(type)));
    }
  }

  private static boolean isChecked(TypeMirror type) {
    if (type.getKind() != TypeKind.DECLARED || ABOVE_UNCHECKED.contains(type.toString())) {
      return false;
    }
    TypeMirror each = type;
    while (each instanceof DeclaredType declared && each.getKind() == TypeKind.DECLARED) {
      if (UNCHECKED_ROOTS.contains(each.toString())) {
        return false;
      }
      each = ((TypeElement) declared.asElement()).getSuperclass();
    }
    return true;
  }

  private static boolean seesUnwind(TypeMirror type) {
    return type.toString().equals("java.lang.Throwable")
        || type.toString().equals("java.lang.Error");
  }

  private static List<TypeMirror> alternatives(CatchClause clause, TypeMirror type) {
    if (clause.getParameter().getType().isUnionType()) {
      List<TypeMirror> types = new ArrayList<>();
      if (type instanceof UnionType union) {
        types.addAll(union.getAlternatives());
      } else {
        clause
            .getParameter()
            .getType()
            .asUnionType()
            .getElements()
            .forEach(each -> types.add(Objects.requireNonNull(Attribution.of(each).type())));
      }
      return types;
    }
    return List.of(type);
  }
}
