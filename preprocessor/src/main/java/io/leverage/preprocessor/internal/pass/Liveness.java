package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the locals that are live at each safepoint, by walking the lowered body backwards. It may
 * find too many, never too few.
 */
final class Liveness {
  private final Set<String> locals;
  private final Map<String, Set<String>> breaks = new HashMap<>();
  private final Map<String, Set<String>> continues = new HashMap<>();
  private final Deque<Set<String>> innermostBreak = new ArrayDeque<>();
  private final Deque<Set<String>> innermostContinue = new ArrayDeque<>();
  private Set<String> onThrow = Set.of();

  private Liveness(Set<String> locals) {
    this.locals = locals;
  }

  /** Notes the live locals on the safepoints of a method's lowered body. */
  static void apply(Method method) {
    new Liveness(method.locals().keySet()).before(method.body(), Set.of());
  }

  private Set<String> before(Statement s, Set<String> after) {
    Set<String> live = transfer(s, after);
    return union(live, onThrow);
  }

  private Set<String> transfer(Statement s, Set<String> after) {
    if (s instanceof BlockStmt block) {
      return all(block.getStatements(), after);
    } else if (s instanceof ExpressionStmt || s.containsData(Marks.SAFEPOINT)) {
      return simple(s, after);
    } else if (s instanceof IfStmt branch) {
      Set<String> no = branch.getElseStmt().map(each -> before(each, after)).orElse(after);
      return union(uses(branch.getCondition()), before(branch.getThenStmt(), after), no);
    } else if (s instanceof LabeledStmt labeled) {
      breaks.put(labeled.getLabel().getIdentifier(), after);
      return before(labeled.getStatement(), after);
    } else if (BlocksPass.isLoop(s)) {
      return loop(s, after);
    } else if (s instanceof BreakStmt jump) {
      return jump.getLabel().isPresent()
          ? breaks.getOrDefault(jump.getLabel().get().getIdentifier(), locals)
          : peek(innermostBreak);
    } else if (s instanceof ContinueStmt jump) {
      return jump.getLabel().isPresent()
          ? continues.getOrDefault(jump.getLabel().get().getIdentifier(), locals)
          : peek(innermostContinue);
    } else if (s instanceof ReturnStmt || s instanceof ThrowStmt) {
      return uses(s);
    } else if (s instanceof SwitchStmt selection) {
      return selection(selection, after);
    } else if (s instanceof TryStmt statement && isPlain(statement)) {
      return attempt(statement, after);
    } else if (s instanceof SynchronizedStmt region && region.getExpression().isAssignExpr()) {
      return region(region, after);
    }
    Set<String> live = union(after, uses(s));
    for (Statement jump : Jumps.escaping(s)) {
      live.addAll(before(jump, after));
    }
    return live;
  }

  private Set<String> all(List<Statement> statements, Set<String> after) {
    Set<String> live = after;
    for (int i = statements.size() - 1; i >= 0; i--) {
      live = before(statements.get(i), live);
    }
    return live;
  }

  private Set<String> simple(Statement s, Set<String> after) {
    Set<String> live = new HashSet<>(after);
    String assigned = null;
    Node read = s;
    if (s instanceof ExpressionStmt statement) {
      Expression e = statement.getExpression();
      if (e instanceof AssignExpr assignment
          && assignment.getOperator() == AssignExpr.Operator.ASSIGN
          && assignment.getTarget() instanceof NameExpr target) {
        assigned = target.getNameAsString();
        read = assignment.getValue();
      } else if (e instanceof VariableDeclarationExpr declaration) {
        VariableDeclarator variable = declaration.getVariable(0);
        assigned = variable.getNameAsString();
        read = variable.getInitializer().orElse(null);
      }
    }
    if (assigned != null) {
      live.remove(assigned);
    }
    if (s.containsData(Marks.SAFEPOINT)) {
      s.getData(Marks.SAFEPOINT).live().addAll(union(live, onThrow));
    }
    return union(live, read == null ? Set.of() : uses(read));
  }

  private Set<String> loop(Statement s, Set<String> after) {
    Set<String> head = union(after, headerUses(s));
    while (true) {
      Set<String> next = union(head, iteration(s, head, after));
      if (next.equals(head)) {
        return s instanceof ForStmt loop ? inits(loop, head) : head;
      }
      head = next;
    }
  }

  private Set<String> iteration(Statement s, Set<String> head, Set<String> after) {
    for (String label : Jumps.labels(s)) {
      continues.put(label, head);
    }
    innermostBreak.push(after);
    innermostContinue.push(head);
    Set<String> live = before(body(s), head);
    innermostBreak.pop();
    innermostContinue.pop();
    return live;
  }

  private static Statement body(Statement loop) {
    return ((com.github.javaparser.ast.nodeTypes.NodeWithBody<?>) loop).getBody();
  }

  private Set<String> headerUses(Statement s) {
    if (s instanceof WhileStmt loop) {
      return uses(loop.getCondition());
    } else if (s instanceof DoStmt loop) {
      return uses(loop.getCondition());
    } else if (s instanceof ForStmt loop) {
      Set<String> used = new HashSet<>();
      loop.getCompare().ifPresent(each -> used.addAll(uses(each)));
      loop.getUpdate().forEach(each -> used.addAll(uses(each)));
      return used;
    }
    return uses(s);
  }

  private Set<String> inits(ForStmt loop, Set<String> head) {
    Set<String> live = new HashSet<>(head);
    NodeList<Expression> inits = loop.getInitialization();
    for (Expression init : inits) {
      if (init instanceof VariableDeclarationExpr declaration) {
        declaration.getVariables().forEach(each -> live.remove(each.getNameAsString()));
      }
    }
    for (Expression init : inits) {
      live.addAll(uses(init));
    }
    if (!inits.isEmpty() && inits.get(0) instanceof VariableDeclarationExpr declaration) {
      VariableDeclarator first = declaration.getVariable(0);
      if (declaration.getVariables().size() == 1) {
        live.remove(first.getNameAsString());
      }
    }
    return live;
  }

  private Set<String> selection(SwitchStmt s, Set<String> after) {
    innermostBreak.push(after);
    Set<String> live = new HashSet<>(after);
    Set<String> next = after;
    for (int i = s.getEntries().size() - 1; i >= 0; i--) {
      SwitchEntry entry = s.getEntry(i);
      boolean falls = entry.getType() == SwitchEntry.Type.STATEMENT_GROUP;
      next = all(entry.getStatements(), falls ? next : after);
      live.addAll(next);
    }
    innermostBreak.pop();
    return union(live, uses(s.getSelector()));
  }

  private static boolean isPlain(TryStmt s) {
    return s.getFinallyBlock().isEmpty() && s.getResources().isEmpty();
  }

  // A thawed frame takes its monitors again, so they live as long as they are held.
  private Set<String> region(SynchronizedStmt s, Set<String> after) {
    AssignExpr taken = s.getExpression().asAssignExpr();
    String lock = taken.getTarget().asNameExpr().getNameAsString();
    Set<String> outer = onThrow;
    onThrow = union(outer, Set.of(lock));
    Set<String> live = before(s.getBody(), after);
    onThrow = outer;
    live.remove(lock);
    return union(live, uses(taken.getValue()));
  }

  private Set<String> attempt(TryStmt s, Set<String> after) {
    Set<String> handlers = new HashSet<>();
    for (CatchClause clause : s.getCatchClauses()) {
      handlers.addAll(before(clause.getBody(), after));
    }
    Set<String> outer = onThrow;
    onThrow = union(outer, handlers);
    Set<String> live = before(s.getTryBlock(), after);
    onThrow = outer;
    return live;
  }

  private Set<String> uses(Node node) {
    Set<String> used = new HashSet<>();
    for (NameExpr name : node.findAll(NameExpr.class)) {
      if (locals.contains(name.getNameAsString()) && Method.isLocal(name)) {
        used.add(name.getNameAsString());
      }
    }
    return used;
  }

  private static Set<String> peek(Deque<Set<String>> stack) {
    @Nullable Set<String> top = stack.peek();
    return top == null ? Set.of() : top;
  }

  @SafeVarargs
  private static Set<String> union(Set<String>... sets) {
    Set<String> all = new HashSet<>();
    for (Set<String> each : sets) {
      all.addAll(each);
    }
    return all;
  }
}
