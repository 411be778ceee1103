package io.leverage.preprocessor.internal.parse;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MatchAllPatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.type.Type;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.leverage.preprocessor.Diagnostic;
import io.leverage.preprocessor.DiagnosticId;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Joins javac's attribution to the nodes of one file.
 *
 * <p>The join is total: a node that can be evaluated, or that declares something, and has no twin
 * refuses the file. So what JavaParser reads otherwise than javac can't slip through; it takes
 * {@code (A) this::m} for {@code ((A) this)::m}, for instance.
 */
final class Join {
  private final Path file;
  private final TwinFinder finder;
  private final Trees trees;
  private final Consumer<Diagnostic> diagnostics;

  Join(Path file, TwinFinder finder, Trees trees, Consumer<Diagnostic> diagnostics) {
    this.file = file;
    this.finder = finder;
    this.trees = trees;
    this.diagnostics = diagnostics;
  }

  void join(Node root) {
    visit(root);
  }

  // Annotations are not evaluated by threads: nothing in them is joined.
  private void visit(Node node) {
    node.getBegin().ifPresent(begin -> node.setData(Attribution.LINE, begin.line));
    if (node instanceof AnnotationExpr) {
      node.walk(each -> each.getBegin().ifPresent(b -> each.setData(Attribution.LINE, b.line)));
      return;
    }
    if (isTotal(node) || (isOptional(node) && node.getRange().isPresent())) {
      TreePath twin = finder.find(node);
      if (twin != null) {
        node.setData(Attribution.KEY, attribution(node, twin));
      } else if (isTotal(node)) {
        diagnostics.accept(unmatched(node));
        return; // what is in it is likely to be misread, too
      }
    }
    List.copyOf(node.getChildNodes()).forEach(this::visit);
  }

  private static boolean isTotal(Node node) {
    return (node instanceof Expression
            && !(node instanceof VariableDeclarationExpr)
            && !(node instanceof MatchAllPatternExpr))
        || node instanceof VariableDeclarator
        || node instanceof Parameter
        || node instanceof EnumConstantDeclaration
        || node instanceof ExplicitConstructorInvocationStmt
        || isDeclaration(node);
  }

  private static boolean isDeclaration(Node node) {
    return node instanceof BodyDeclaration
        && (node instanceof CallableDeclaration
            || node instanceof CompactConstructorDeclaration
            || node instanceof TypeDeclaration);
  }

  private static boolean isOptional(Node node) {
    return node instanceof Type || node instanceof MatchAllPatternExpr;
  }

  private Attribution attribution(Node node, TreePath twin) {
    TreePath declared =
        twin.getLeaf() instanceof BindingPatternTree pattern
            ? new TreePath(twin, pattern.getVariable())
            : twin;
    Element element = trees.getElement(declared);
    TypeMirror type = node instanceof Expression ? trees.getTypeMirror(twin) : null;
    if (type == null && element != null) {
      type = element.asType();
    }
    if (type == null) {
      type = trees.getTypeMirror(twin);
    }
    Object constant = node instanceof Expression ? constant(twin, element) : null;
    return new Attribution(type, element, constant);
  }

  private static @Nullable Object constant(TreePath twin, @Nullable Element element) {
    return Constants.of(twin.getLeaf(), element);
  }

  private Diagnostic unmatched(Node node) {
    String text = node.toString().lines().findFirst().orElse("");
    return DiagnosticId.UNMATCHED_SYNTAX.at(
        file,
        node.getBegin().map(begin -> begin.line).orElse(1),
        node.getBegin().map(begin -> begin.column).orElse(1),
        "JavaParser and javac read '"
            + (text.length() > 60 ? text.substring(0, 57) + "..." : text)
            + "' differently, so it can't be transformed safely",
        "write it more explicitly: before a method reference, assign to a variable of the target"
            + " type instead of casting",
        List.of());
  }
}
