package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithTraversableScope;
import io.leverage.preprocessor.Diagnostic;
import io.leverage.preprocessor.DiagnosticId;
import io.leverage.preprocessor.internal.analysis.Plan;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what mobile code can't do with an anonymous class: to use, through a variable, members
 * that only that class declares. The variable travels, and its type has no name.
 */
final class AnonymousMembers {
  private final Path file;
  private final Plan plan;
  private final Types types;
  private final Elements elements;
  private final TypeNames typeNames;
  private final Consumer<Diagnostic> diagnostics;

  AnonymousMembers(
      Path file,
      Plan plan,
      Types types,
      Elements elements,
      TypeNames typeNames,
      Consumer<Diagnostic> diagnostics) {
    this.file = file;
    this.plan = plan;
    this.types = types;
    this.elements = elements;
    this.typeNames = typeNames;
    this.diagnostics = diagnostics;
  }

  void refuse(CompilationUnit unit) {
    unit.findAll(Expression.class, each -> each.containsData(Attribution.KEY))
        .forEach(this::refuse);
  }

  private void refuse(Expression value) {
    Node parent = value.getParentNode().orElseThrow();
    if (!(TypeNames.bound(Attribution.of(value).type()) instanceof DeclaredType type)
        || !TypeNames.isAnonymous(type)
        || !(parent instanceof Expression)
        || !parent.containsData(Attribution.KEY)
        || !isOfVariable(value)) {
      return;
    }
    TypeElement anonymous = (TypeElement) type.asElement();
    Element member = Attribution.of(parent).element();
    if (member == null
        || !anonymous.equals(member.getEnclosingElement())
        || (member instanceof ExecutableElement method && overrides(method, anonymous))) {
      return;
    }
    Position begin = value.getBegin().orElse(Position.HOME);
    diagnostics.accept(
        DiagnosticId.EXPRESSION_IN_MOBILE_METHOD.at(
            file,
            begin.line,
            begin.column,
            Source.fill(
                "%s is a member of an anonymous class, whose type can't be named: a variable of"
                    + " it can't travel",
                member.getSimpleName()),
            "make the class a local or nested class",
            List.of()));
  }

  // Elsewhere javac goes on to infer the type, where no safepoint is in the way.
  private boolean isOfVariable(Expression value) {
    Node root = value;
    while (!(root instanceof NameExpr)) {
      Optional<Expression> inner = inner(root);
      if (inner.isEmpty()) {
        return false;
      }
      root = inner.get();
    }
    Element variable = Attribution.of(root).element();
    Node each = root;
    while (each.getParentNode().isPresent() && !declares(each, variable)) {
      each = each.getParentNode().get();
    }
    while (each.getParentNode().isPresent() && !(each instanceof CallableDeclaration<?>)) {
      if (each instanceof LambdaExpr) {
        return Marks.isMobile(each, plan);
      }
      each = each.getParentNode().get();
    }
    return Marks.isMobile(each, plan);
  }

  private static Optional<Expression> inner(Node node) {
    if (node instanceof NodeWithTraversableScope scoped) {
      return scoped.traverseScope();
    } else if (node instanceof ArrayAccessExpr access) {
      return Optional.of(access.getName());
    }
    return node instanceof EnclosedExpr enclosed
        ? Optional.of(enclosed.getInner())
        : Optional.empty();
  }

  private static boolean declares(Node node, @Nullable Element variable) {
    return node.findFirst(
            Node.class,
            each ->
                (each instanceof VariableDeclarator || each instanceof Parameter)
                    && each.containsData(Attribution.KEY)
                    && Objects.equals(Attribution.of(each).element(), variable))
        .isPresent();
  }

  private boolean overrides(ExecutableElement method, TypeElement anonymous) {
    TypeElement declared = (TypeElement) types.asElement(typeNames.denotable(anonymous.asType()));
    return elements.getAllMembers(declared).stream()
        .anyMatch(
            each ->
                each instanceof ExecutableElement inherited
                    && elements.overrides(method, inherited, anonymous));
  }
}
