package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.leverage.preprocessor.DiagnosticId;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Declares the variables of type patterns as locals, so that they can live in a frame. */
final class PatternPass {
  private PatternPass() {}

  static void apply(Method method) {
    Marks.walk(
        method.body(),
        node -> {
          if (node instanceof InstanceOfExpr test
              && test.getPattern().orElse(null) instanceof TypePatternExpr pattern) {
            lower(method, test, pattern);
          }
        });
  }

  // e instanceof T x => T x; ... ((t = e) instanceof T && (x = (T) t) == t)
  private static void lower(Method method, InstanceOfExpr test, TypePatternExpr pattern) {
    Statement place = blockStatement(test);
    Element element = Objects.requireNonNull(Attribution.of(pattern).element());
    List<NameExpr> captures = captures(place, element);
    if (!captures.isEmpty()) {
      if (isHotItself(place)) {
        method.refuse(
            DiagnosticId.PATTERN_IN_MOBILE_METHOD,
            pattern,
            "a lambda in the same statement captures the variable of this pattern, and the"
                + " statement contains a safepoint",
            "declare the variable before the statement");
        return;
      }
      keep(method, test, pattern, captures);
      return;
    }
    Attribution attribution = Attribution.of(pattern);
    String name = pattern.getNameAsString();
    VariableDeclarator variable = new VariableDeclarator(pattern.getType().clone(), name);
    variable.setData(Attribution.KEY, attribution);
    insertBefore(place, variable);
    Expression tested = test.getExpression().clone();
    Expression value = tested;
    if (!(tested instanceof NameExpr local && Method.isLocal(local))) {
      TypeMirror type = Objects.requireNonNull(Attribution.of(test.getExpression()).type());
      Local temporary = method.temporary(type);
      insertBefore(
          place, new VariableDeclarator(method.source().type(temporary.type()), temporary.name()));
      value = new NameExpr(temporary.name());
      tested = method.source().expression("(%s = x)", temporary.name());
      tested.asEnclosedExpr().getInner().asAssignExpr().setValue(test.getExpression().clone());
    }
    Expression lowered = method.source().expression("(x instanceof T && (%s = (T) y) == y)", name);
    lowered.findAll(NameExpr.class).stream()
        .filter(each -> each.getNameAsString().equals("x") && !isTarget(each))
        .toList()
        .get(0)
        .replace(tested);
    for (NameExpr hole :
        lowered.findAll(NameExpr.class, each -> each.getNameAsString().equals("y"))) {
      hole.replace(value.clone());
    }
    lowered.findAll(ClassOrInterfaceType.class).stream()
        .filter(each -> each.getNameAsString().equals("T") && each.getParentNode().isPresent())
        .forEach(each -> each.replace(pattern.getType().clone()));
    lowered
        .findAll(NameExpr.class, each -> isTarget(each))
        .forEach(each -> each.setData(Attribution.KEY, attribution));
    if (test.containsData(Attribution.KEY)) {
      lowered.setData(Attribution.KEY, test.getData(Attribution.KEY));
      markBooleans(lowered, test.getData(Attribution.KEY));
    }
    Source.at(test, lowered);
    method.reassigned().add(name);
    test.replace(lowered);
  }

  // e instanceof T x => T x; ... (e instanceof T p && (x = p) == p), where lambdas capture p
  private static void keep(
      Method method, InstanceOfExpr test, TypePatternExpr pattern, List<NameExpr> captures) {
    String name = pattern.getNameAsString();
    String kept = method.names().fresh(name + "$p");
    VariableDeclarator variable = new VariableDeclarator(pattern.getType().clone(), name);
    variable.setData(Attribution.KEY, Attribution.of(pattern));
    insertBefore(blockStatement(test), variable);
    for (NameExpr use : captures) {
      use.setName(kept);
      use.removeData(Attribution.KEY);
    }
    Expression lowered = method.source().expression("(x && (%s = %s) == %s)", name, kept, kept);
    lowered
        .findAll(NameExpr.class, PatternPass::isTarget)
        .forEach(each -> each.setData(Attribution.KEY, Attribution.of(pattern)));
    Expression renamed = test.clone();
    renamed.asInstanceOfExpr().getPattern().orElseThrow().asTypePatternExpr().setName(kept);
    lowered.asEnclosedExpr().getInner().asBinaryExpr().setLeft(renamed);
    if (test.containsData(Attribution.KEY)) {
      lowered.setData(Attribution.KEY, test.getData(Attribution.KEY));
      markBooleans(lowered, test.getData(Attribution.KEY));
    }
    method.reassigned().add(name);
    test.replace(Source.at(test, lowered));
  }

  private static void markBooleans(Expression lowered, Attribution bool) {
    lowered.walk(
        each -> {
          if (each instanceof BinaryExpr || each instanceof InstanceOfExpr) {
            each.setData(Attribution.KEY, bool);
          }
        });
  }

  private static boolean isTarget(NameExpr name) {
    return name.getParentNode().orElse(null) instanceof AssignExpr assignment
        && Marks.same(assignment.getTarget(), name)
        && !name.getNameAsString().startsWith("t$");
  }

  /** The uses of a pattern's variable in lambdas and classes that its own statement creates. */
  private static List<NameExpr> captures(Statement place, Element variable) {
    List<NameExpr> captures = new ArrayList<>();
    for (NameExpr use : place.findAll(NameExpr.class)) {
      if (use.containsData(Attribution.KEY) && variable.equals(Attribution.of(use).element())) {
        Node foreign = outermostForeign(use, place);
        if (foreign != null && Marks.same(blockStatement(foreign), place)) {
          captures.add(use);
        }
      }
    }
    return captures;
  }

  private static @Nullable Node outermostForeign(Node node, Node root) {
    Node found = null;
    for (Node each = node; !Marks.same(each, root); each = each.getParentNode().orElseThrow()) {
      if (Marks.isForeign(each)) {
        found = each;
      }
    }
    return found;
  }

  // Blocks in a statement are lowered on their own.
  private static boolean isHotItself(Statement place) {
    List<Node> hot = new ArrayList<>();
    Marks.walk(
        place,
        node -> {
          if (node.containsData(Marks.TWIN) && Marks.same(blockStatement(node), place)) {
            hot.add(node);
          }
        });
    return !hot.isEmpty();
  }

  /** Gets the innermost statement around a node that stands in a list of statements. */
  static Statement blockStatement(Node node) {
    Node each = node;
    while (!(each instanceof Statement
        && (each.getParentNode().orElseThrow() instanceof BlockStmt
            || (each.getParentNode().orElseThrow() instanceof SwitchEntry entry
                && entry.getType() == SwitchEntry.Type.STATEMENT_GROUP)))) {
      each = each.getParentNode().orElseThrow();
    }
    return (Statement) each;
  }

  private static void insertBefore(Statement place, VariableDeclarator variable) {
    var siblings = BlocksPass.siblings(place);
    siblings.add(
        BlocksPass.indexOf(siblings, place),
        Source.at(place, new ExpressionStmt(new VariableDeclarationExpr(variable))));
  }
}
