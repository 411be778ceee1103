package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.leverage.preprocessor.internal.analysis.PollKind;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.Objects;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Makes the hidden iterator or index of a for-each loop around safepoints a local. */
final class ForEachPass {
  private ForEachPass() {}

  static void apply(Method method) {
    for (ForEachStmt loop : method.body().findAll(ForEachStmt.class)) {
      if (!Marks.isInForeign(loop, method.body()) && (Marks.isHot(loop.getBody()) || polls(loop))) {
        TypeMirror type = Objects.requireNonNull(Attribution.of(loop.getIterable()).type());
        if (type.getKind() == TypeKind.ARRAY) {
          overArray(method, loop, type);
        } else {
          overIterable(method, loop, type);
        }
      }
    }
  }

  private static boolean polls(ForEachStmt loop) {
    return loop.containsData(PollKind.KEY) && loop.getData(PollKind.KEY) != PollKind.NONE;
  }

  // for (T x : e) s => A a = e; for (int i = 0; i < a.length; i++) { T x = a[i]; s }
  private static void overArray(Method method, ForEachStmt loop, TypeMirror type) {
    Local array = method.declare(method.names().fresh("array$"), type);
    String index = method.flag("index$", "int").name();
    ForStmt lowered =
        (ForStmt)
            method
                .source()
                .statement(
                    "for (int %1$s = 0; %1$s < %2$s.length; %1$s++) {}", index, array.name());
    Expression element = method.source().expression("%s[%s]", array.name(), index);
    method.reassigned().add(index);
    replace(method, loop, lowered, array, element);
  }

  // for (T x : e) s => S s = e; for (Iterator i = s.iterator(); i.hasNext();) { T x = (T) i.next();
  // s }
  private static void overIterable(Method method, ForEachStmt loop, TypeMirror type) {
    // A view's exact type may have no name: it may be of entries of captured wildcards.
    Local source =
        TravellingCall.isRewritten(loop.getIterable())
            ? method.declare(
                new Local(
                    method.names().fresh("source$"),
                    "java.lang.Iterable<?>",
                    "java.lang.Iterable",
                    null))
            : method.declare(method.names().fresh("source$"), type);
    Local iterator =
        method.declare(
            new Local(
                method.names().fresh("iterator$"),
                "java.util.Iterator<?>",
                "java.util.Iterator",
                source.name()));
    ForStmt lowered =
        (ForStmt)
            method
                .source()
                .statement(
                    "for (java.util.Iterator<?> %1$s = %2$s.iterator(); %1$s.hasNext(); ) {}",
                    iterator.name(), source.name());
    TypeMirror argument = elementType(method.types(), type);
    Expression element =
        argument == null
            ? method.source().expression("%s.next()", iterator.name())
            : method
                .source()
                .expression("(%s) %s.next()", method.typeNames().text(argument), iterator.name());
    replace(method, loop, lowered, source, element);
  }

  private static void replace(
      Method method, ForEachStmt loop, ForStmt lowered, Local over, Expression element) {
    Statement whole = Jumps.withLabels(loop);
    NodeList<Statement> siblings = BlocksPass.siblings(whole);
    VariableDeclarator source =
        new VariableDeclarator(
            method.source().type(over.type()), over.name(), loop.getIterable().clone());
    siblings.add(
        BlocksPass.indexOf(siblings, whole),
        Source.at(loop, new ExpressionStmt(new VariableDeclarationExpr(source))));
    VariableDeclarationExpr variable = loop.getVariable().clone();
    VariableDeclarator declarator = variable.getVariable(0);
    if (declarator.getType().isVarType()) {
      declarator.setType(
          method
              .source()
              .type(
                  method
                      .typeNames()
                      .text(Objects.requireNonNull(Attribution.of(declarator).type()))));
    }
    declarator.setInitializer(element);
    TypeMirror type = Objects.requireNonNull(Attribution.of(declarator).type());
    if (method.typeNames().erased(type).equals("java.util.Map.Entry")) {
      declarator.setData(Marks.ENTRY_OF, over.name());
    }
    BlockStmt body = (BlockStmt) loop.getBody();
    loop.setBody(new BlockStmt());
    lowered.setBody(body);
    body.addStatement(0, Source.at(loop, new ExpressionStmt(variable)));
    Source.at(loop, lowered);
    if (loop.containsData(PollKind.KEY)) {
      lowered.setData(PollKind.KEY, loop.getData(PollKind.KEY));
    }
    loop.replace(lowered);
  }

  private static @Nullable TypeMirror elementType(Types types, TypeMirror type) {
    if (type instanceof DeclaredType declared
        && type.getKind() == TypeKind.DECLARED
        && ((TypeElement) declared.asElement())
            .getQualifiedName()
            .contentEquals("java.lang.Iterable")) {
      return declared.getTypeArguments().isEmpty() ? null : bound(declared);
    }
    for (TypeMirror parent : types.directSupertypes(type)) {
      TypeMirror found = elementType(types, parent);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable TypeMirror bound(DeclaredType iterable) {
    TypeMirror argument = iterable.getTypeArguments().get(0);
    return argument instanceof javax.lang.model.type.WildcardType wildcard
        ? wildcard.getExtendsBound()
        : argument;
  }
}
