package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import io.leverage.preprocessor.internal.parse.Attribution;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reads the calls and loops of one body, and finds the bodies nested in it. */
final class BodyScanner {
  private final Body body;

  BodyScanner(Body body) {
    this.body = body;
  }

  void scan(Node node) {
    visit(node);
  }

  private void visit(Node node) {
    if (node instanceof AnnotationExpr) {
      return;
    } else if (node instanceof LambdaExpr lambda) {
      Body nested = new Body(BodyKind.LAMBDA, body.file(), lambda, body.owner(), body.element());
      new BodyScanner(nested).scan(lambda.getBody());
      body.nested.add(nested);
      return;
    } else if (node instanceof MethodReferenceExpr reference) {
      reference(reference);
      visit(reference.getScope());
      return;
    } else if (node instanceof TypeDeclaration<?> type) {
      new MemberScanner(body.file(), LocalTypes.isPinned(type), body.nested::add).scan(type);
      return;
    }
    note(node);
    if (node instanceof ObjectCreationExpr creation) {
      creation.getScope().ifPresent(this::visit);
      creation.getArguments().forEach(this::visit);
      creation.getAnonymousClassBody().ifPresent(members -> anonymous(creation, members));
      return;
    }
    for (Node child : node.getChildNodes()) {
      visit(child);
    }
  }

  private void anonymous(ObjectCreationExpr creation, NodeList<BodyDeclaration<?>> members) {
    TypeElement owner =
        Attribution.of(creation).element() instanceof ExecutableElement constructor
                && constructor.getEnclosingElement() instanceof TypeElement type
            ? type
            : body.owner();
    new MemberScanner(body.file(), false, body.nested::add).members(members, owner);
  }

  // The call runs when the object's method is called, in a frame of its own.
  private void reference(MethodReferenceExpr reference) {
    Body nested =
        new Body(BodyKind.METHOD_REFERENCE, body.file(), reference, body.owner(), body.element());
    if (Attribution.of(reference).element() instanceof ExecutableElement target) {
      boolean exact = reference.getScope().isSuperExpr();
      nested.calls.add(new CallSite(reference, target, exact));
    }
    body.nested.add(nested);
  }

  private void note(Node node) {
    if (node instanceof MethodCallExpr call) {
      boolean exact = call.getScope().map(scope -> scope.isSuperExpr()).orElse(false);
      call(node, exact);
    } else if (node instanceof ObjectCreationExpr
        || node instanceof ExplicitConstructorInvocationStmt) {
      call(node, true);
    } else if (node instanceof NameExpr || node instanceof FieldAccessExpr) {
      field(node);
    } else if (LoopClassifier.isLoop(node)) {
      Statement loop = (Statement) node;
      body.loops.add(new Body.Loop(loop, PollKind.EVERY_ITERATION));
      if (node instanceof ForEachStmt) {
        body.implicit.add(new Body.Implicit(node));
      }
    } else if (node instanceof TryStmt statement) {
      statement.getResources().forEach(each -> body.implicit.add(new Body.Implicit(each)));
    } else {
      Concatenation.operands(node).forEach(each -> body.implicit.add(new Body.Implicit(each)));
    }
  }

  private void call(Node node, boolean exact) {
    if (Attribution.of(node).element() instanceof ExecutableElement target) {
      body.calls.add(new CallSite(node, target, exact));
    }
  }

  private void field(Node node) {
    if (Attribution.of(node).element() instanceof VariableElement field
        && field.getKind() == ElementKind.FIELD
        && field.getModifiers().contains(Modifier.STATIC)
        && !field.getModifiers().contains(Modifier.FINAL)) {
      body.statics.putIfAbsent(field, node);
    }
  }
}
