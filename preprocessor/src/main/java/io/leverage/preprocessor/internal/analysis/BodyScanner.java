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
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import io.leverage.preprocessor.internal.parse.Attribution;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Reads the calls, loops and synchronized blocks of one body, and finds the bodies nested in it.
 */
final class BodyScanner {
  private final Body body;

  BodyScanner(Body body) {
    this.body = body;
  }

  void scan(Node node) {
    visit(node, null);
  }

  private void visit(Node node, @Nullable SynchronizedStmt region) {
    if (node instanceof AnnotationExpr) {
      return;
    } else if (node instanceof LambdaExpr lambda) {
      Body nested = new Body(BodyKind.LAMBDA, body.file(), lambda, body.owner(), body.element());
      new BodyScanner(nested).scan(lambda.getBody());
      body.nested.add(nested);
      return;
    } else if (node instanceof TypeDeclaration<?> type) {
      new MemberScanner(body.file(), true, body.nested::add).scan(type);
      return;
    }
    note(node, region);
    SynchronizedStmt inner = region;
    if (node instanceof SynchronizedStmt block && region == null) {
      body.regions.add(block);
      inner = block;
    }
    if (node instanceof ObjectCreationExpr creation) {
      creation.getScope().ifPresent(scope -> visit(scope, region));
      creation.getArguments().forEach(argument -> visit(argument, region));
      creation.getAnonymousClassBody().ifPresent(members -> anonymous(creation, members));
      return;
    }
    for (Node child : node.getChildNodes()) {
      visit(child, inner);
    }
  }

  private void anonymous(ObjectCreationExpr creation, NodeList<BodyDeclaration<?>> members) {
    TypeElement owner =
        Attribution.of(creation).element() instanceof ExecutableElement constructor
                && constructor.getEnclosingElement() instanceof TypeElement type
            ? type
            : body.owner();
    new MemberScanner(body.file(), true, body.nested::add).members(members, owner);
  }

  private void note(Node node, @Nullable SynchronizedStmt region) {
    if (node instanceof MethodCallExpr call) {
      boolean exact = call.getScope().map(scope -> scope.isSuperExpr()).orElse(false);
      call(node, exact, region);
    } else if (node instanceof ObjectCreationExpr
        || node instanceof ExplicitConstructorInvocationStmt) {
      call(node, true, region);
    } else if (node instanceof MethodReferenceExpr reference
        && Attribution.of(reference).element() instanceof ExecutableElement target) {
      body.references.add(new CallSite(node, target, false, region));
    } else if (node instanceof NameExpr || node instanceof FieldAccessExpr) {
      field(node);
    } else if (LoopClassifier.isLoop(node)) {
      Statement loop = (Statement) node;
      body.loops.add(new Body.Loop(loop, PollKind.EVERY_ITERATION, region));
    }
  }

  private void call(Node node, boolean exact, @Nullable SynchronizedStmt region) {
    if (Attribution.of(node).element() instanceof ExecutableElement target) {
      body.calls.add(new CallSite(node, target, exact, region));
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
