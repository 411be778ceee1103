package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
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
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Declares the variables of type patterns as locals, so that they can live in a frame. */
final class PatternPass {
  private PatternPass() {}

  static void apply(Method method) {
    List<InstanceOfExpr> tests = new ArrayList<>();
    Marks.walk(
        method.body(),
        node -> {
          if (node instanceof InstanceOfExpr test && !isInGuard(test)) {
            tests.add(test);
          }
        });
    Collections.reverse(tests); // those within another's operand first: it is copied
    for (InstanceOfExpr test : tests) {
      if (test.getPattern().orElse(null) instanceof TypePatternExpr pattern) {
        lower(method, test, pattern);
      } else if (test.getPattern().orElse(null) instanceof RecordPatternExpr) {
        keep(method, test);
      }
    }
  }

  // e instanceof T x => T x; ... ((t = e) instanceof T && (x = (T) t) == t)
  private static void lower(Method method, InstanceOfExpr test, TypePatternExpr pattern) {
    Statement place = blockStatement(test);
    if (capturedIn(place, pattern.getNameAsString())) {
      keep(method, test);
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

  // e instanceof R(T x, var y) => T x; Y y;
  // ... (e instanceof R(T x$, var y$) && ((x = x$) == x$ || true) && ((y = y$) == y$ || true))
  //
  // Lambdas of the same expression capture x$, which doesn't change.
  private static void keep(Method method, InstanceOfExpr test) {
    Statement place = blockStatement(test);
    Expression root = root(test);
    if (names(test).stream().anyMatch(name -> capturedIn(place, name))
        && (Marks.isHot(root) || root instanceof VariableDeclarationExpr)) {
      refuse(method, test, place);
      return;
    }
    InstanceOfExpr kept = test.clone();
    Expression lowered = kept;
    for (TypePatternExpr part : parts(kept)) {
      Attribution attribution = Attribution.of(part);
      TypeMirror type = Objects.requireNonNull(attribution.type());
      String name = part.getNameAsString();
      VariableDeclarator variable =
          new VariableDeclarator(method.source().type(method.typeNames().text(type)), name);
      variable.setData(Attribution.KEY, attribution);
      insertBefore(place, variable);
      method.reassigned().add(name);
      String matched = method.names().fresh(name + "$");
      part.setName(matched);
      root.findAll(Node.class, Marks::isForeign)
          .forEach(each -> rename(each, attribution.element(), matched));
      Expression both =
          method.source().expression("x && ((%1$s = %2$s) == %2$s || true)", name, matched);
      both.findAll(NameExpr.class, each -> each.getNameAsString().equals(name))
          .forEach(each -> each.setData(Attribution.KEY, attribution));
      both.asBinaryExpr().setLeft(lowered);
      lowered = both;
    }
    test.replace(Source.at(test, new EnclosedExpr(lowered)));
  }

  /** Gives the uses of a variable another name that stands for no variable of a frame. */
  static void rename(Node code, @Nullable Element element, String name) {
    for (NameExpr use : code.findAll(NameExpr.class)) {
      if (use.containsData(Attribution.KEY) && Attribution.of(use).element() == element) {
        use.setName(name);
        use.setData(Attribution.KEY, new Attribution(Attribution.of(use).type(), null, null));
      }
    }
  }

  private static Expression root(Expression e) {
    Expression root = e;
    while (root.getParentNode().orElse(null) instanceof Expression outer) {
      root = outer;
    }
    return root;
  }

  private static List<TypePatternExpr> parts(InstanceOfExpr test) {
    List<TypePatternExpr> parts = test.getPattern().orElseThrow().findAll(TypePatternExpr.class);
    parts.removeIf(each -> each.getNameAsString().equals("_"));
    return parts;
  }

  private static List<String> names(InstanceOfExpr test) {
    return parts(test).stream().map(TypePatternExpr::getNameAsString).toList();
  }

  private static void refuse(Method method, InstanceOfExpr test, Statement place) {
    if (Marks.isHot(place)) {
      method.refuse(
          DiagnosticId.PATTERN_IN_MOBILE_METHOD,
          test.getPattern().orElseThrow(),
          "a lambda in the same expression captures a variable of this pattern, and the"
              + " expression contains a safepoint",
          "test the pattern in a statement of its own");
    }
  }

  // javac lets a guard assign nothing; its patterns are of no concern to frames.
  private static boolean isInGuard(Node node) {
    Node each = node;
    while (each instanceof Expression) {
      if (Marks.isGuard(each)) {
        return true;
      }
      each = each.getParentNode().orElse(null);
    }
    return false;
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

  private static boolean capturedIn(Statement place, String name) {
    return place.findAll(Node.class, Marks::isForeign).stream()
        .filter(each -> Marks.same(blockStatement(each), place))
        .anyMatch(
            each ->
                each.findFirst(NameExpr.class, use -> use.getNameAsString().equals(name))
                    .isPresent());
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

  static void insertBefore(Statement place, VariableDeclarator variable) {
    variable.setData(Marks.WIDENED, true);
    variable.walk(each -> each.removeData(Attribution.LINE)); // the pattern's may come much later
    var siblings = BlocksPass.siblings(place);
    siblings.add(
        BlocksPass.indexOf(siblings, place),
        Source.at(place, new ExpressionStmt(new VariableDeclarationExpr(variable))));
  }
}
