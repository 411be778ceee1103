package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithBody;
import com.github.javaparser.ast.nodeTypes.NodeWithCondition;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import io.leverage.preprocessor.internal.analysis.PollKind;
import io.leverage.preprocessor.internal.parse.Assignments;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Puts polls into loops, where the plan wants them. */
final class PollPass {
  private static final int STRIP = 1024;
  private static final int LARGEST_STEP = 64;

  private static final Set<UnaryExpr.Operator> INCREMENTS =
      Set.of(UnaryExpr.Operator.PREFIX_INCREMENT, UnaryExpr.Operator.POSTFIX_INCREMENT);
  private static final Set<UnaryExpr.Operator> DECREMENTS =
      Set.of(UnaryExpr.Operator.PREFIX_DECREMENT, UnaryExpr.Operator.POSTFIX_DECREMENT);
  private static final Set<BinaryExpr.Operator> SUMS =
      Set.of(BinaryExpr.Operator.PLUS, BinaryExpr.Operator.MINUS, BinaryExpr.Operator.MULTIPLY);

  private PollPass() {}

  static void apply(Method method) {
    Marks.walk(method.body(), node -> visit(method, node));
  }

  private static void visit(Method method, Node node) {
    if (!(node instanceof NodeWithBody<?> loop && node.containsData(PollKind.KEY))) {
      return;
    }
    PollKind kind = node.getData(PollKind.KEY);
    node.removeData(PollKind.KEY);
    if (kind == PollKind.STRIP_MINED && node instanceof ForStmt counted && isCounted(counted)) {
      stripMine(method, counted);
    } else if (kind != PollKind.NONE) {
      BlockStmt body = (BlockStmt) loop.getBody();
      if (!hasTest((Statement) node) && startsWithSelection(body)) {
        pollBehindSelector(method, body);
        return;
      }
      body.addStatement(
          pollsLast((Statement) node, body) ? body.getStatements().size() : 0, poll(node));
    }
  }

  private static boolean startsWithSelection(BlockStmt body) {
    return body.getStatements().getFirst().orElse(null) instanceof SwitchStmt selection
        && !(selection.getSelector() instanceof NameExpr)
        && !Marks.isHot(selection.getSelector())
        && !BlocksPass.hasForeign(selection.getSelector())
        && selection.getSelector().containsData(Attribution.KEY)
        && Attribution.of(selection.getSelector()).type() instanceof PrimitiveType;
  }

  // while (true) { switch (x) {...} ... } => while (true) { int s = x; poll switch (s) {...} ... },
  // because before x the poll makes the just-in-time compiler of JDK 25 run out of registers in an
  // interpreter's loop, and behind all it no longer can give the most frequent way back a loop of
  // its own.
  private static void pollBehindSelector(Method method, BlockStmt body) {
    SwitchStmt selection = body.getStatement(0).asSwitchStmt();
    Expression selector = selection.getSelector();
    TypeMirror type = Objects.requireNonNull(Attribution.of(selector).type());
    String primitive = type.getKind().name().toLowerCase(Locale.ROOT);
    String name = method.flag("selector$", primitive).name();
    selection.setSelector(Source.at(selector, new NameExpr(name)));
    ExpressionStmt evaluated =
        method.source().statement("%s %s = 0;", primitive, name).asExpressionStmt();
    VariableDeclarator variable =
        evaluated.getExpression().asVariableDeclarationExpr().getVariable(0);
    variable.setInitializer(selector);
    body.addStatement(0, Source.at(selection, evaluated));
    body.addStatement(1, poll(selection));
  }

  // while (c) s => while (c) { s poll }, so that s can use what c has read: a volatile read between
  // them makes the just-in-time compiler read fields again. Not where s may skip the poll, nor
  // where there is no test.
  private static boolean pollsLast(Statement loop, BlockStmt body) {
    return !Marks.isHot(body)
        && hasTest(loop)
        && Completion.canComplete(body)
        && Jumps.to(loop, body).stream().noneMatch(ContinueStmt.class::isInstance);
  }

  private static boolean hasTest(Statement loop) {
    Optional<Expression> test = Optional.empty();
    if (loop instanceof ForStmt counted) {
      test = counted.getCompare();
    } else if (loop instanceof NodeWithCondition<?> each) {
      test = Optional.of(each.getCondition());
    }
    return test.isPresent() && !Completion.isTrue(test.get());
  }

  static Statement poll(Node at) {
    Statement poll = Source.at(at, new EmptyStmt());
    poll.setData(Marks.SAFEPOINT, Safepoint.poll(Method.line(at)));
    return poll;
  }

  // for (int i = a; i < n; i++) s =>
  // { int i = a;
  //   while (true) {
  //     int limit = min(i + 1024, n);
  //     for (; i < limit; i++) s
  //     if (!(i < n)) break;
  //     poll } }
  // and with >, --, max(i - 1024, n) for one that counts down
  private static void stripMine(Method method, ForStmt loop) {
    String outer = method.names().fresh("strips$");
    String inner = method.names().fresh("strip$");
    label(Jumps.to(loop, loop.getBody()), outer, inner);
    BinaryExpr test = loop.getCompare().orElseThrow().asBinaryExpr();
    boolean up = isUp(test.getOperator());
    boolean inclusive =
        test.getOperator() == BinaryExpr.Operator.LESS_EQUALS
            || test.getOperator() == BinaryExpr.Operator.GREATER_EQUALS;
    String limit = method.flag("limit$", "int").name();
    Statement whole = Jumps.withLabels(loop);
    BlockStmt block = Source.at(loop, new BlockStmt());
    whole.replace(block);
    for (Expression init : loop.getInitialization()) {
      block.addStatement(Source.at(init, new ExpressionStmt(init.clone())));
    }
    WhileStmt strips =
        (WhileStmt)
            method
                .source()
                .statement(
                    "while (true) {"
                        + " int %1$s = (int) java.lang.Math.%2$s((long) %3$s %4$s %5$d, %6$s);"
                        + " if (!(%7$s)) break; }",
                    limit,
                    up ? "min" : "max",
                    test.getLeft(),
                    up ? "+" : "-",
                    inclusive ? STRIP - 1 : STRIP,
                    test.getRight(),
                    test);
    ForStmt strip = loop.clone();
    strip.getInitialization().clear();
    strip.getCompare().orElseThrow().asBinaryExpr().setRight(new NameExpr(limit));
    BlockStmt body = (BlockStmt) strips.getBody();
    body.addStatement(1, Source.at(loop, new LabeledStmt(inner, strip)));
    body.addStatement(poll(loop));
    Source.at(loop, strips);
    block.addStatement(Source.at(loop, new LabeledStmt(outer, strips)));
  }

  private static void label(List<Statement> jumps, String outer, String inner) {
    for (Statement jump : jumps) {
      if (jump instanceof BreakStmt out) {
        out.setLabel(new SimpleName(outer));
      } else {
        ((ContinueStmt) jump).setLabel(new SimpleName(inner));
      }
    }
  }

  private static boolean isCounted(ForStmt loop) {
    if (!(loop.getCompare().orElse(null) instanceof BinaryExpr test
        && (isUp(test.getOperator()) || isDown(test.getOperator()))
        && isLocalInt(test.getLeft())
        && loop.getUpdate().size() == 1
        && loop.getInitialization().size() <= 1
        && !BlocksPass.hasForeign(loop))) {
      return false;
    }
    String counter = test.getLeft().asNameExpr().getNameAsString();
    return counts(loop.getUpdate().get(0), counter, isUp(test.getOperator()))
        && !assigns(loop.getBody(), counter)
        && isInvariant(test.getRight(), loop.getBody());
  }

  private static boolean isLocalInt(Expression expression) {
    if (!(expression instanceof NameExpr name && Method.isLocal(name))) {
      return false;
    }
    return !name.containsData(Attribution.KEY)
        || Objects.requireNonNull(Attribution.of(name).type()).getKind() == TypeKind.INT;
  }

  private static boolean isUp(BinaryExpr.Operator operator) {
    return operator == BinaryExpr.Operator.LESS || operator == BinaryExpr.Operator.LESS_EQUALS;
  }

  private static boolean isDown(BinaryExpr.Operator operator) {
    return operator == BinaryExpr.Operator.GREATER
        || operator == BinaryExpr.Operator.GREATER_EQUALS;
  }

  private static boolean counts(Expression update, String counter, boolean up) {
    if (update instanceof UnaryExpr unary) {
      return (up ? INCREMENTS : DECREMENTS).contains(unary.getOperator())
          && unary.getExpression().toString().equals(counter);
    }
    return update instanceof AssignExpr step
        && step.getOperator() == (up ? AssignExpr.Operator.PLUS : AssignExpr.Operator.MINUS)
        && step.getTarget().toString().equals(counter)
        && step.getValue().containsData(Attribution.KEY)
        && Attribution.of(step.getValue()).constant() instanceof Integer size
        && size > 0
        && size <= LARGEST_STEP;
  }

  private static boolean isInvariant(Expression bound, Statement body) {
    if (bound.containsData(Attribution.KEY) && Attribution.of(bound).constant() != null) {
      return Attribution.of(bound).constant() instanceof Integer;
    }
    if (bound instanceof EnclosedExpr enclosed) {
      return isInvariant(enclosed.getInner(), body);
    } else if (bound instanceof BinaryExpr sum) {
      return SUMS.contains(sum.getOperator())
          && isInvariant(sum.getLeft(), body)
          && isInvariant(sum.getRight(), body);
    } else if (bound instanceof FieldAccessExpr length
        && length.getNameAsString().equals("length")) {
      return length.getScope() instanceof NameExpr array
          && (Method.isLocal(array) ? !assigns(body, array.getNameAsString()) : isFinal(array));
    }
    return isLocalInt(bound) && !assigns(body, bound.toString());
  }

  private static boolean isFinal(NameExpr array) {
    return Attribution.of(array).element() instanceof VariableElement field
        && field.getModifiers().contains(Modifier.FINAL)
        && field.asType().getKind() == TypeKind.ARRAY;
  }

  private static boolean assigns(Statement body, String name) {
    return body.findFirst(AssignExpr.class, each -> each.getTarget().toString().equals(name))
            .isPresent()
        || body.findFirst(
                UnaryExpr.class,
                each -> Assignments.changes(each) && each.getExpression().toString().equals(name))
            .isPresent();
  }
}
