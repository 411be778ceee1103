package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import io.leverage.preprocessor.internal.parse.Assignments;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a loop polls.
 *
 * <p>A loop whose iterations are few need not poll at all. A counted one whose iterations are short
 * need not poll in each: it is cut into strips. What an iteration does on its way out of the loop
 * does not count, for it happens once. In any other loop an iteration may take long or poll itself,
 * or the loop may go on for ever. To count the iterations of such a loop costs more than to poll:
 * an interpreter's loop with a counter took 1.2 times as long, with polls 1.02 times.
 */
final class LoopClassifier {
  private static final int STRIP = 1024;

  /** The most steps of a loop that doesn't poll: less than a millisecond. */
  private static final int FEW_STEPS = 1 << 18;

  /** The most steps of an iteration in a strip. */
  private static final int SHORT = 64;

  private final Function<Node, Effort> effort;

  /** Creates a classifier; the function estimates expressions and statements. */
  LoopClassifier(Function<Node, Effort> effort) {
    this.effort = effort;
  }

  PollKind classify(Statement loop) {
    Effort iteration = iteration(loop);
    if (!iteration.isBounded()) {
      return PollKind.EVERY_ITERATION;
    }
    long times = iterations(loop);
    if (times <= STRIP && iteration.times(times).steps() <= FEW_STEPS) {
      return PollKind.NONE;
    }
    return !iteration.polls() && iteration.steps() <= SHORT && canBeCut(loop)
        ? PollKind.STRIP_MINED
        : PollKind.EVERY_ITERATION;
  }

  /** What a loop does between two polls, if it polls as it is classified. */
  Effort whole(Statement loop, PollKind kind) {
    Effort iteration = iteration(loop);
    Effort once = iteration;
    for (Node part : loop.getChildNodes()) {
      once = once.and(effort.apply(part));
    }
    return switch (kind) {
      case NONE -> iteration.times(iterations(loop)).and(once);
      case STRIP_MINED -> new Effort(iteration.times(STRIP).and(once).steps(), true);
      case EVERY_ITERATION -> new Effort(once.times(2).steps(), true);
    };
  }

  static boolean isLoop(Node node) {
    return node instanceof ForStmt
        || node instanceof ForEachStmt
        || node instanceof WhileStmt
        || node instanceof DoStmt;
  }

  private Effort iteration(Statement loop) {
    Effort sum = Effort.STEP;
    if (loop instanceof ForStmt counted) {
      sum = sum.and(counted.getCompare().map(this::repeated).orElse(Effort.NOTHING));
      for (Expression update : counted.getUpdate()) {
        sum = sum.and(repeated(update));
      }
      return sum.and(repeated(counted.getBody()));
    } else if (loop instanceof ForEachStmt each) {
      return isOverArray(each) ? sum.and(repeated(each.getBody())) : Effort.ENDLESS;
    } else if (loop instanceof WhileStmt each) {
      return sum.and(repeated(each.getCondition())).and(repeated(each.getBody()));
    }
    return sum.and(repeated(((DoStmt) loop).getCondition()))
        .and(repeated(((DoStmt) loop).getBody()));
  }

  // Blocks that end by leaving the method are not repeated.
  private Effort repeated(Node node) {
    if (leaves(node)) {
      return Effort.STEP;
    }
    if (isLoop(node) || !(node instanceof Statement)) {
      return effort.apply(node);
    }
    Effort sum = effort.apply(node);
    if (node.findFirst(Node.class, LoopClassifier::leaves).isEmpty()) {
      return sum;
    }
    sum = node instanceof SynchronizedStmt ? Effort.ENDLESS : Effort.NOTHING;
    for (Node child : node.getChildNodes()) {
      sum = sum.and(repeated(child));
    }
    return sum;
  }

  private static boolean leaves(Node node) {
    if (node instanceof BlockStmt block) {
      NodeList<Statement> statements = block.getStatements();
      return !statements.isEmpty()
          && leaves(statements.get(statements.size() - 1))
          && block.findFirst(Node.class, LoopClassifier::jumpsBack).isEmpty();
    }
    return (node instanceof ReturnStmt || node instanceof ThrowStmt) && !isInTry(node);
  }

  private static boolean jumpsBack(Node node) {
    return node instanceof ContinueStmt
        || (node instanceof BreakStmt jump && jump.getLabel().isPresent());
  }

  // What is thrown may be caught, and a finally block may go on.
  private static boolean isInTry(Node node) {
    Node each = node;
    while (each != null && !(each instanceof BodyDeclaration)) {
      if (each instanceof TryStmt) {
        return true;
      }
      each = each.getParentNode().orElse(null);
    }
    return false;
  }

  private static long iterations(Statement loop) {
    CountedLoop shape = shape(loop);
    return shape == null ? Effort.UNBOUNDED : shape.iterations().orElse(Effort.UNBOUNDED);
  }

  private static boolean isCounted(Statement loop) {
    return loop instanceof ForEachStmt each ? isOverArray(each) : shape(loop) != null;
  }

  private static @Nullable CountedLoop shape(Statement loop) {
    return loop instanceof ForStmt counted
        ? CountedLoop.of(counted, assigned(counted.getBody()))
        : null;
  }

  private static boolean isOverArray(ForEachStmt loop) {
    TypeMirror type = Attribution.of(loop.getIterable()).type();
    return type != null && type.getKind() == TypeKind.ARRAY;
  }

  private static boolean canBeCut(Statement loop) {
    return isCounted(loop) && loop.findFirst(Node.class, LoopClassifier::preventsCuts).isEmpty();
  }

  private static boolean preventsCuts(Node node) {
    return node instanceof LambdaExpr
        || (node instanceof ObjectCreationExpr object && object.getAnonymousClassBody().isPresent())
        || node instanceof SwitchExpr
        || node instanceof PatternExpr
        || node instanceof TypeDeclaration
        || node instanceof LabeledStmt
        || node instanceof TryStmt
        || (node instanceof BreakStmt jump && jump.getLabel().isPresent())
        || (node instanceof ContinueStmt back && back.getLabel().isPresent());
  }

  private static Set<Element> assigned(Statement body) {
    Set<Element> assigned = new HashSet<>();
    body.walk(
        node -> {
          Element variable = null;
          if (node instanceof AssignExpr assignment) {
            variable = variable(assignment.getTarget());
          } else if (node instanceof UnaryExpr unary && Assignments.changes(unary)) {
            variable = variable(unary.getExpression());
          } else if (node instanceof VariableDeclarator declared) {
            variable = Attribution.of(declared).element();
          }
          if (variable != null) {
            assigned.add(variable);
          }
        });
    return assigned;
  }

  private static @Nullable Element variable(Expression target) {
    Expression inner = target;
    while (inner.isEnclosedExpr()) {
      inner = inner.asEnclosedExpr().getInner();
    }
    return inner instanceof NameExpr name ? Attribution.of(name).element() : null;
  }
}
