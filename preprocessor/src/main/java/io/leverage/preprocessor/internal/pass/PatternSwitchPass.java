package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.DataKey;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;

/**
 * Splits a {@code switch} with patterns around safepoints in two: javac's own, which only selects,
 * and one over the selected number, whose cases hold the code.
 */
final class PatternSwitchPass {
  /** On a switch expression that only selects: it is kept as it is. */
  static final DataKey<Boolean> SELECTS = new DataKey<>() {};

  private final Method method;
  private final SwitchNode node;
  private final Statement place;
  private final Map<Element, VariableDeclarator> variables = new LinkedHashMap<>();

  private PatternSwitchPass(Method method, SwitchNode node) {
    this.method = method;
    this.node = node;
    this.place = PatternPass.blockStatement((Node) node);
  }

  static void apply(Method method) {
    List<SwitchNode> found = new ArrayList<>();
    Marks.walk(
        method.body(),
        each -> {
          if (each instanceof SwitchNode selection && hasPatterns(selection) && Marks.isHot(each)) {
            found.add(selection);
          }
        });
    found.forEach(each -> new PatternSwitchPass(method, each).split());
  }

  private static boolean hasPatterns(SwitchNode node) {
    return node.getEntries().stream()
        .anyMatch(
            entry ->
                entry.getGuard().isPresent()
                    || entry.getLabels().stream()
                        .anyMatch(label -> label.isPatternExpr() || label.isNullLiteralExpr()));
  }

  // switch (o) { case A a when g -> s; case null -> t; default -> u; } =>
  // A a; switch (switch (o) { case A a$ when g -> { a = a$; yield 1; } case null -> { yield 2; }
  //   default -> { yield 3; } }) { case 1 -> s; case 2 -> t; case 3 -> u; }
  //
  // where a guard h has a safepoint:
  // t = o; switch ((c = switch (t) {.. case A a$ when TRUE ..}) == 1 && !h
  //   ? (c = switch (t) {.. without that case ..}) : c) { .. }
  private void split() {
    NodeList<SwitchEntry> entries = node.getEntries();
    List<Integer> guarded = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).getGuard().filter(Marks::isHot).isPresent()) {
        guarded.add(i);
      }
    }
    entries.forEach(this::declareVariables);
    Expression selected = guarded.isEmpty() ? selecting(node.getSelector(), -1) : guarded(guarded);
    node.setSelector(Source.at((Node) node, selected));
    for (int i = 0; i < entries.size(); i++) {
      SwitchEntry entry = entries.get(i);
      entry.setLabels(new NodeList<>(method.source().expression("%d", i + 1)));
      entry.setDefault(false);
      entry.removeGuard();
    }
  }

  private Expression guarded(List<Integer> guarded) {
    Expression selector = node.getSelector();
    Local value = method.temporary(ExpressionLowering.type(selector));
    Local chosen = method.flag("case$", "int");
    declare(value);
    declare(chosen);
    Expression kept = method.source().expression("(%s = x)", value.name());
    kept.asEnclosedExpr().getInner().asAssignExpr().setValue(selector.clone());
    Expression result = choose(chosen, selecting(kept, -1));
    for (int i : guarded) {
      Expression guard = node.getEntry(i).getGuard().orElseThrow();
      Expression next =
          method.source().expression("((x == %d && !(y)) ? z : %s)", i + 1, chosen.name());
      var test = next.asEnclosedExpr().getInner().asConditionalExpr();
      var both = test.getCondition().asEnclosedExpr().getInner().asBinaryExpr();
      both.getLeft().asBinaryExpr().setLeft(result);
      both.getRight().asUnaryExpr().getExpression().asEnclosedExpr().setInner(guard.clone());
      test.setThenExpr(choose(chosen, selecting(new NameExpr(value.name()), i)));
      result = next;
    }
    return result;
  }

  private Expression choose(Local chosen, Expression value) {
    Expression assigned = method.source().expression("(%s = x)", chosen.name());
    assigned.asEnclosedExpr().getInner().asAssignExpr().setValue(value);
    return assigned;
  }

  private void declare(Local local) {
    var siblings = BlocksPass.siblings(place);
    siblings.add(
        BlocksPass.indexOf(siblings, place),
        Source.at(place, method.source().statement("%s %s;", local.type(), local.name())));
  }

  private void declareVariables(SwitchEntry entry) {
    for (TypePatternExpr pattern : patterns(entry)) {
      Attribution attribution = Attribution.of(pattern);
      VariableDeclarator variable =
          new VariableDeclarator(
              method
                  .source()
                  .type(method.typeNames().text(Objects.requireNonNull(attribution.type()))),
              pattern.getNameAsString());
      variable.setData(Attribution.KEY, attribution);
      PatternPass.insertBefore(place, variable);
      method.reassigned().add(pattern.getNameAsString());
      variables.put(Objects.requireNonNull(attribution.element()), variable);
    }
  }

  // The variables of a guard with a safepoint are those of an ordinary expression.
  private static List<TypePatternExpr> patterns(SwitchEntry entry) {
    List<TypePatternExpr> patterns = new ArrayList<>();
    entry.getLabels().forEach(each -> patterns.addAll(each.findAll(TypePatternExpr.class)));
    entry
        .getGuard()
        .filter(guard -> !Marks.isHot(guard))
        .ifPresent(guard -> patterns.addAll(guard.findAll(TypePatternExpr.class)));
    patterns.removeIf(each -> each.getNameAsString().equals("_") || Marks.isInForeign(each, entry));
    return patterns;
  }

  /** Makes the switch that selects, without the cases up to one that have guards. */
  private SwitchExpr selecting(Expression selector, int after) {
    SwitchExpr selecting = Source.at((Node) node, new SwitchExpr());
    selecting.setData(SELECTS, true);
    selecting.setSelector(selector.clone());
    for (int i = 0; i < node.getEntries().size(); i++) {
      SwitchEntry original = node.getEntry(i);
      if (i > after || original.getGuard().isEmpty()) {
        selecting.getEntries().add(selecting(original, i + 1));
      }
    }
    return selecting;
  }

  private SwitchEntry selecting(SwitchEntry original, int number) {
    SwitchEntry entry = original.clone();
    BlockStmt body = new BlockStmt();
    boolean hot = original.getGuard().filter(Marks::isHot).isPresent();
    if (hot) {
      entry.setGuard(method.source().expression("java.lang.Boolean.TRUE"));
    }
    for (TypePatternExpr pattern : patterns(entry)) {
      Attribution attribution = Attribution.of(pattern);
      String name = method.names().fresh(pattern.getNameAsString() + "$");
      pattern.setName(name);
      entry.getGuard().ifPresent(guard -> PatternPass.rename(guard, attribution.element(), name));
      Statement kept =
          method.source().statement("%s = %s;", variable(attribution).getNameAsString(), name);
      kept.asExpressionStmt()
          .getExpression()
          .asAssignExpr()
          .getTarget()
          .setData(Attribution.KEY, attribution);
      body.addStatement(kept);
    }
    body.addStatement(method.source().statement("yield %d;", number));
    entry.setStatements(new NodeList<>(body));
    entry.setType(SwitchEntry.Type.BLOCK);
    return entry;
  }

  private VariableDeclarator variable(Attribution attribution) {
    return Objects.requireNonNull(variables.get(attribution.element()));
  }
}
