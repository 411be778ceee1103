package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.leverage.preprocessor.internal.parse.Attribution;

/** Makes the two signatures of a method: with and without a leading continuation. */
final class Twins {
  private Twins() {}

  // @Override R m(P p) { s } => R m(Continuation c$, P p) { s }
  static void makeFast(MethodDeclaration method, String name, Source source) {
    method.setName(name);
    method.setAnnotations(new NodeList<>(Suppression.annotation()));
    method
        .getModifiers()
        .removeIf(
            each ->
                each.getKeyword() == Modifier.Keyword.SYNCHRONIZED
                    || each.getKeyword() == Modifier.Keyword.ABSTRACT
                    || each.getKeyword() == Modifier.Keyword.NATIVE);
    method.removeComment();
    Parameter continuation =
        new Parameter(source.type("io.leverage.continuation.Continuation"), "c$");
    method.getParameters().add(0, continuation);
  }

  // R m(P p) { s } => R m(P p) { return m(Continuation.PINNED, p); }
  static void makeStub(MethodDeclaration method, String twin, Source source) {
    MethodCallExpr call = call(method, twin);
    call.getArguments().add(0, source.expression("io.leverage.continuation.Continuation.PINNED"));
    method.setBody(body(method, call));
    if (method.isPrivate() && !Suppression.isOn(method)) {
      method.addAnnotation(Suppression.unused()); // all its callers may call the twin
    }
    method.getType().walk(Twins::forgetLine);
    method.getParameters().forEach(each -> each.walk(Twins::forgetLine));
    method.getTypeParameters().forEach(each -> each.walk(Twins::forgetLine));
    method.getThrownExceptions().forEach(each -> each.walk(Twins::forgetLine));
    method.getName().walk(Twins::forgetLine);
  }

  // R m(P p) => R m(Continuation c$, P p) { return m(p); }
  static MethodDeclaration forwarding(MethodDeclaration method, String name, Source source) {
    MethodDeclaration twin = method.clone();
    boolean isAbstract = method.getBody().isEmpty();
    twin.setBody(body(method, call(method, method.getNameAsString())));
    makeFast(twin, name, source);
    if (isAbstract
        && method.getParentNode().orElse(null) instanceof ClassOrInterfaceDeclaration type
        && type.isInterface()) {
      twin.setDefault(true);
    }
    twin.walk(Twins::forgetLine);
    return twin;
  }

  // o.m(a) => o.m(c$, a), or MobileX.m(c$, o, a) where the method is of the JDK
  static MethodCallExpr call(MethodCallExpr call, Source source) {
    MethodCallExpr twin = call.clone();
    if (call.containsData(Marks.HELPER)) {
      twin = source.expression("%s()", call.getData(Marks.HELPER)).asMethodCallExpr();
      twin.addArgument(call.getScope().orElseThrow().clone());
      for (Expression each : call.getArguments()) {
        twin.addArgument(each.clone());
      }
    } else {
      twin.setName(twin.getData(Marks.TWIN));
      twin.removeData(Marks.TWIN);
    }
    twin.getArguments().add(0, new NameExpr("c$"));
    return twin;
  }

  private static void forgetLine(Node node) {
    node.removeData(Attribution.LINE);
  }

  private static MethodCallExpr call(MethodDeclaration method, String name) {
    MethodCallExpr call = new MethodCallExpr(null, name);
    method.getParameters().forEach(each -> call.addArgument(new NameExpr(each.getNameAsString())));
    return call;
  }

  private static BlockStmt body(MethodDeclaration method, MethodCallExpr call) {
    Statement statement =
        method.getType().isVoidType() ? new ExpressionStmt(call) : new ReturnStmt(call);
    return new BlockStmt().addStatement(statement);
  }
}
