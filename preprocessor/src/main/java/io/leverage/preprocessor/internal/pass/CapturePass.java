package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;

/** Lets lambdas, anonymous classes and guards use copies of locals that are no longer final. */
public final class CapturePass {
  private final Method method;
  private final Set<String> changing;

  private final boolean hoisted;

  private CapturePass(Method method, Set<String> changing, boolean hoisted) {
    this.method = method;
    this.changing = changing;
    this.hoisted = hoisted;
  }

  /**
   * Adds the copies.
   *
   * @param method the method
   * @param body its body, or a copy of it
   * @param changing the names of the locals that can't be captured themselves
   * @param hoisted whether the body is a resume body, in which the copies are no locals of a frame
   */
  static void apply(Method method, BlockStmt body, Set<String> changing, boolean hoisted) {
    CapturePass pass = new CapturePass(method, changing, hoisted);
    IdentityHashMap<Statement, Map<String, String>> copies = new IdentityHashMap<>();
    for (Node foreign : body.findAll(Node.class, CapturePass::captures)) {
      pass.capture(foreign, body, copies);
    }
    copies.forEach(pass::declare);
  }

  private static boolean captures(Node node) {
    return Marks.isForeign(node) || Marks.isGuard(node);
  }

  private void capture(
      Node foreign, BlockStmt body, IdentityHashMap<Statement, Map<String, String>> copies) {
    if (Marks.isInForeign(foreign, body)) {
      return;
    }
    Set<Element> own = declaredIn(foreign);
    for (NameExpr use : foreign.findAll(NameExpr.class)) {
      if (use.containsData(Attribution.KEY)
          && Method.isLocal(use)
          && !own.contains(Attribution.of(use).element())
          && changing.contains(use.getNameAsString())) {
        Statement place = PatternPass.blockStatement(foreign);
        String copy =
            copies
                .computeIfAbsent(place, each -> new LinkedHashMap<>())
                .computeIfAbsent(use.getNameAsString(), name -> method.names().fresh(name + "$c"));
        use.setName(copy);
      }
    }
  }

  // A variable of a lambda or class may hide one of the method.
  private static Set<Element> declaredIn(Node foreign) {
    Set<Element> own = new HashSet<>();
    foreign.walk(
        node -> {
          if ((node instanceof VariableDeclarator
                  || node instanceof Parameter
                  || node instanceof TypePatternExpr)
              && node.containsData(Attribution.KEY)
              && Attribution.of(node).element() != null) {
            own.add(Attribution.of(node).element());
          }
        });
    return own;
  }

  // run(() -> x); => final T c = x; run(() -> c);
  private void declare(Statement place, Map<String, String> copies) {
    var siblings = BlocksPass.siblings(place);
    int at = BlocksPass.indexOf(siblings, place);
    for (Map.Entry<String, String> copy : List.copyOf(copies.entrySet())) {
      Local local = method.locals().get(copy.getKey());
      if (local == null) {
        throw new IllegalStateException("unknown local " + copy.getKey());
      }
      Statement declaration =
          Source.at(
              place,
              method
                  .source()
                  .statement("final %s %s = %s;", local.type(), copy.getValue(), local.name()));
      if (hoisted) {
        declaration.setData(Marks.COPY, true);
      } else {
        method.declare(new Local(copy.getValue(), local.type(), local.erased(), null));
      }
      siblings.add(at++, declaration);
    }
  }
}
