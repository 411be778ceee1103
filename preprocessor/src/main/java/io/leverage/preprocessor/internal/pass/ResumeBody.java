package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.nodeTypes.NodeWithBody;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the statements of a resume body.
 *
 * <p>{@code pc$ == 0} means that the code runs normally. Otherwise it is on its way to the
 * safepoint of that number: each statement runs only if it contains that safepoint, a loop finishes
 * the iteration that was interrupted, and then a clean copy of it runs.
 */
final class ResumeBody {
  private final Method method;
  private final FrameLayout layout;
  private final StringBuilder text = new StringBuilder();
  private final Set<String> peeled = new HashSet<>();
  private final List<String> groups = new ArrayList<>();
  private int line = -1;
  // What follows a call on a later line, and began before it, is on the line of the call.
  private int earliest;

  ResumeBody(Method method, FrameLayout layout) {
    this.method = method;
    this.layout = layout;
  }

  /** Writes a body whose declarations are hoisted and whose loops are labelled. */
  String write(BlockStmt body) {
    sequence(body.getStatements());
    return text.toString();
  }

  /** Gets the names of further {@code int} locals that the body needs. */
  List<String> groups() {
    return groups;
  }

  // s t u => if (pc$ == 0) { s t u }, for statements without safepoints
  private void sequence(NodeList<Statement> statements) {
    boolean open = false;
    int outer = earliest;
    earliest = 0;
    for (Statement s : statements) {
      boolean plain = !Marks.isHot(s) && !s.containsData(Marks.COPY);
      if (plain != open) {
        text.append(plain ? "if (pc$ == 0) {\n" : "}\n");
        open = plain;
        line = -1;
      }
      if (plain) {
        plain(s);
      } else if (s.containsData(Marks.COPY)) {
        text.append(s).append('\n');
      } else {
        line = -1;
        resumable(s);
      }
    }
    if (open) {
      text.append("}\n");
    }
    line = -1;
    earliest = outer;
  }

  private void resumable(Statement s) {
    if (s.containsData(Marks.SAFEPOINT)) {
      safepoint(s, s.getData(Marks.SAFEPOINT));
    } else if (s instanceof BlockStmt block) {
      text.append("{\n");
      sequence(block.getStatements());
      text.append("}\n");
    } else if (s instanceof IfStmt branch) {
      branch(branch);
    } else {
      text.append("if (pc$ == 0 || ").append(inside(s)).append(") {\n");
      guarded(s);
      text.append("}\n");
    }
  }

  private void guarded(Statement s) {
    if (s instanceof LabeledStmt labeled && labeled.getStatement().containsData(LabelPass.LABEL)) {
      guarded(labeled.getStatement());
    } else if (s instanceof LabeledStmt labeled) {
      text.append(labeled.getLabel()).append(": ");
      resumable(labeled.getStatement());
    } else if (s instanceof ForStmt loop) {
      loop(loop, loop.getInitialization(), "", loop.getUpdate());
    } else if (s instanceof WhileStmt) {
      loop(s, new NodeList<>(), "", new NodeList<>());
    } else if (s instanceof DoStmt loop) {
      String leave =
          Source.fill("if (!(%s)) break %s;\n", loop.getCondition(), breakLabel(label(s)));
      loop(s, new NodeList<>(), leave, new NodeList<>());
    } else if (s instanceof SwitchStmt selection) {
      selection(selection);
    } else if (s instanceof TryStmt statement) {
      attempt(statement);
    } else if (s instanceof SynchronizedStmt region) {
      region(region);
    } else {
      throw new IllegalStateException("can't resume in '" + s + "'");
    }
  }

  // t = f(c$) at n =>
  // if (pc$ == 0 || pc$ == n) {
  //   try { if (pc$ == 0) { t = f(c$); } else { pc$ = 0; t = resume; } } catch (Unwind) { save }
  // }
  // poll n => if (pc$ == 0) { poll } else if (pc$ == n) pc$ = 0;
  private void safepoint(Statement s, Safepoint safepoint) {
    String resume = safepoint.resume();
    if (resume == null) {
      text.append("if (pc$ == 0) {\n");
      plain(s);
      text.append("} else if (pc$ == ").append(safepoint.pc()).append(") {\npc$ = 0;\n}\n");
      line = -1;
      return;
    }
    text.append("if (pc$ == 0 || pc$ == ").append(safepoint.pc()).append(") {\n");
    line(s);
    text.append("try {\nif (pc$ == 0) {\n");
    Statement call = s.clone();
    call.removeData(Marks.SAFEPOINT);
    emit(call);
    Expression value = ((ExpressionStmt) s).getExpression();
    text.append(
        Source.fill(
            "} else {\npc$ = 0;\n%s%s;\n}\n} catch (io.leverage.continuation.Unwind u$) {"
                + " throw %s; }\n}\n",
            value instanceof AssignExpr a ? a.getTarget() + " = " : "",
            resume,
            layout.saveCall(safepoint)));
    line = -1;
  }

  // if (c) a else b => if (pc$ == 0 ? c : inside(a)) a else if (pc$ == 0 || inside(b)) b
  private void branch(IfStmt s) {
    text.append("if (pc$ == 0) {\n");
    line(s);
    text.append(
        Source.fill("}\nif (pc$ == 0 ? (%s) : %s) {\n", s.getCondition(), inside(s.getThenStmt())));
    sequence(((BlockStmt) s.getThenStmt()).getStatements());
    text.append("}");
    if (s.getElseStmt().isPresent()) {
      Statement no = s.getElseStmt().get();
      text.append(Source.fill(" else if (pc$ == 0 || %s) {\n", inside(no)));
      sequence(((BlockStmt) no).getStatements());
      text.append("}");
    }
    text.append('\n');
    line = -1;
  }

  // l: for (i; c; u) s =>
  // lb: { if (pc$ == 0) { i } else { lc: { resume s } u } if (pc$ == 0) { l: for (; c; u) s } }
  private void loop(
      Statement s, NodeList<Expression> inits, String leave, NodeList<Expression> updates) {
    String label = label(s);
    text.append(breakLabel(label)).append(": {\nif (pc$ == 0) {\n");
    line = -1;
    line(s);
    inits.forEach(each -> text.append(each).append(";\n"));
    text.append("} else {\n").append(continueLabel(label)).append(": {\n");
    peeled.add(label);
    sequence(((BlockStmt) ((NodeWithBody<?>) s).getBody()).getStatements());
    peeled.remove(label);
    text.append("}\n").append(leave);
    updates.forEach(each -> text.append(each).append(";\n"));
    text.append("}\nif (pc$ == 0) {\n");
    Statement clean = s.clone();
    if (clean instanceof ForStmt loop) {
      loop.getInitialization().clear();
    }
    text.append(label).append(": ");
    emit(clean);
    text.append("}\n}\n");
  }

  private static String label(Statement loop) {
    return loop.getData(LabelPass.LABEL);
  }

  private static String breakLabel(String label) {
    return label + "b";
  }

  private static String continueLabel(String label) {
    return label + "c";
  }

  // switch (x) { case A: s case B: t } =>
  // g = 0; if (pc$ == 0) switch (x) { case A: g = 1; break; case B: g = 2; }
  // else g = inside(s) ? 1 : 2;
  // switch (g) { case 1: resume s case 2: resume t }
  private void selection(SwitchStmt s) {
    String group = method.names().fresh("group$");
    groups.add(group);
    text.append(group).append(" = 0;\nif (pc$ == 0) {\n");
    line = -1;
    line(s);
    text.append("switch (").append(s.getSelector()).append(") {\n");
    StringBuilder entered = new StringBuilder();
    int number = 0;
    for (SwitchEntry entry : s.getEntries()) {
      number++;
      text.append(caseLabel(entry)).append(": ");
      text.append(Source.fill("%s = %d; break;\n", group, number));
      entered.append(Source.fill("%s ? %d : ", inside(entry), number));
    }
    text.append(Source.fill("}\n} else {\n%s = %s0;\n}\n", group, entered));
    text.append(Source.fill("switch (%s) {\n", group));
    number = 0;
    for (SwitchEntry entry : s.getEntries()) {
      number++;
      text.append(Source.fill("case %d: {\n", number));
      sequence(entry.getStatements());
      text.append("}\n");
      if (entry.getType() != SwitchEntry.Type.STATEMENT_GROUP) {
        text.append("break;\n");
      }
    }
    text.append("}\n");
    line = -1;
  }

  private static String caseLabel(SwitchEntry entry) {
    return entry.getLabels().isEmpty()
        ? "default"
        : "case "
            + entry.getLabels().stream().map(Node::toString).collect(Collectors.joining(", "));
  }

  // synchronized (lock = x) { s } => synchronized (pc$ == 0 ? (lock = x) : lock) { resume s }
  private void region(SynchronizedStmt s) {
    AssignExpr taken = s.getExpression().asAssignExpr();
    text.append("if (pc$ == 0) {\n");
    line(s);
    text.append(
        Source.fill("}\nsynchronized (pc$ == 0 ? (%s) : %s) {\n", taken, taken.getTarget()));
    sequence(s.getBody().getStatements());
    text.append("}\n");
    line = -1;
  }

  private void attempt(TryStmt s) {
    text.append("try {\n");
    sequence(s.getTryBlock().getStatements());
    text.append("}");
    for (CatchClause clause : s.getCatchClauses()) {
      text.append(" catch (").append(clause.getParameter()).append(") ");
      line = -1;
      emit(clause.getBody());
    }
    text.append('\n');
    line = -1;
  }

  private String inside(Node node) {
    IntSummaryStatistics numbers = new IntSummaryStatistics();
    Marks.walk(
        node,
        each -> {
          if (each.containsData(Marks.SAFEPOINT)) {
            numbers.accept(each.getData(Marks.SAFEPOINT).pc());
          }
        });
    if (numbers.getCount() == 0) {
      return "false";
    }
    return numbers.getMin() == numbers.getMax()
        ? "pc$ == " + numbers.getMin()
        : "(pc$ >= " + numbers.getMin() + " && pc$ <= " + numbers.getMax() + ")";
  }

  private void plain(Statement s) {
    line(s);
    emit(s);
  }

  private void emit(Statement s) {
    BlockStmt holder = new BlockStmt();
    holder.addStatement(s.clone());
    FastBody.expand(holder, method.source(), layout);
    lead(holder);
    LineMarks.insertBelow(holder.getStatement(0), method.source());
    text.append(holder.getStatement(0)).append('\n');
  }

  // In the rest of an interrupted iteration a jump to its loop leaves that rest.
  private void lead(Node node) {
    for (BreakStmt jump : node.findAll(BreakStmt.class)) {
      String label = jump.getLabel().map(SimpleName::getIdentifier).orElse("");
      if (peeled.contains(label)) {
        jump.setLabel(new SimpleName(breakLabel(label)));
      }
    }
    for (ContinueStmt jump : node.findAll(ContinueStmt.class)) {
      String label = jump.getLabel().map(SimpleName::getIdentifier).orElse("");
      if (peeled.contains(label)) {
        jump.replace(
            Source.at(jump, new BreakStmt().setLabel(new SimpleName(continueLabel(label)))));
      }
    }
  }

  private void line(Statement s) {
    int at = Math.max(earliest, Method.line(s));
    earliest = at;
    if (at > 0 && at != line) {
      text.append(LineMarks.mark(at)).append('\n');
      line = at;
    }
  }
}
