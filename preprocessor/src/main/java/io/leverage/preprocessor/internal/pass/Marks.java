package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.DataKey;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.SwitchEntry;
import io.leverage.preprocessor.internal.analysis.MobileLambda;
import io.leverage.preprocessor.internal.analysis.Plan;
import io.leverage.preprocessor.internal.analysis.PollKind;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.List;
import java.util.function.Consumer;

/** What the passes note on the nodes of a method, and walks that stay inside the method itself. */
public final class Marks {
  /** On a call: the name of the twin that it goes to. */
  static final DataKey<String> TWIN = new DataKey<>() {};

  /** On a call with a twin: the static method that it goes through, if it is one of the JDK. */
  static final DataKey<String> HELPER = new DataKey<>() {};

  /** On a call with a twin: it is null if its receiver is null. */
  static final DataKey<Boolean> NULL_SAFE = new DataKey<>() {};

  /** On a creation, or the call it became: the class that is initialised before its arguments. */
  static final DataKey<String> INITIALISED = new DataKey<>() {};

  /** On a call: it gives a temporary the type that its expression had. */
  static final DataKey<Boolean> TYPED = new DataKey<>() {};

  /** On a for-each loop or a resource: the checkpointable calls that the text doesn't name. */
  static final DataKey<List<ImplicitCall>> IMPLICIT = new DataKey<>() {};

  /** On a statement: the safepoint that it is. */
  public static final DataKey<Safepoint> SAFEPOINT = new DataKey<>() {};

  /** On a declaration without initialiser: its variable is assigned before any safepoint. */
  static final DataKey<Boolean> FRESH = new DataKey<>() {};

  /** On the variable of a loop over a map's entries: the local that holds the entries. */
  static final DataKey<String> ENTRY_OF = new DataKey<>() {};

  /** On a declaration: it is a final copy for a lambda. */
  public static final DataKey<Boolean> COPY = new DataKey<>() {};

  /** On a variable: it was a pattern's, so it is declared in a wider scope than it had. */
  static final DataKey<Boolean> WIDENED = new DataKey<>() {};

  private Marks() {}

  /** Tells whether a node contains a safepoint or a call that will be one. */
  public static boolean isHot(Node node) {
    if (isForeign(node)) {
      return false;
    }
    if (node.containsData(TWIN)
        || node.containsData(IMPLICIT)
        || node.containsData(SAFEPOINT)
        || willPoll(node)) {
      return true;
    }
    for (Node child : node.getChildNodes()) {
      if (isHot(child)) {
        return true;
      }
    }
    return false;
  }

  private static boolean willPoll(Node node) {
    return node.containsData(PollKind.KEY) && node.getData(PollKind.KEY) != PollKind.NONE;
  }

  /** Visits a node and what is below it, outermost first, without bodies of lambdas and classes. */
  public static void walk(Node node, Consumer<Node> visitor) {
    visitor.accept(node);
    for (Node child : node.getChildNodes().toArray(new Node[0])) {
      if (!isForeign(child)) {
        walk(child, visitor);
      }
    }
  }

  /** Tells whether a node is a method or lambda that becomes a resumable one. */
  static boolean isMobile(Node node, Plan plan) {
    return (node instanceof MethodDeclaration method && plan.isResumable(method))
        || (node instanceof LambdaExpr && node.containsData(MobileLambda.KEY));
  }

  /** Tells whether two nodes are one; {@code equals} would compare what they look like. */
  @SuppressWarnings("ReferenceEquality") // identity is the point
  static boolean same(Node a, Node b) {
    return a == b;
  }

  /** Tells whether a node is in a lambda or class below a root that it descends from. */
  static boolean isInForeign(Node node, Node root) {
    Node each = node.getParentNode().orElse(null);
    while (each != null && !same(each, root)) {
      if (isForeign(each)) {
        return true;
      }
      each = each.getParentNode().orElse(null);
    }
    return false;
  }

  /** Tells whether the frame that a node is run in can be captured. */
  static boolean isCaptured(Node node, Plan plan) {
    for (Node each = node; each.hasParentNode(); each = each.getParentNode().orElseThrow()) {
      if (each instanceof LambdaExpr) {
        return each.containsData(MobileLambda.KEY);
      } else if (each instanceof MethodDeclaration method) {
        return method.containsData(Attribution.KEY) && plan.isResumable(method);
      } else if (each instanceof BodyDeclaration) {
        return false;
      }
    }
    return false;
  }

  /** Tells whether a node is a member that was generated: names in it are its own. */
  static boolean isGenerated(Node node) {
    return node instanceof BodyDeclaration<?> && !node.containsData(Attribution.LINE);
  }

  /** Tells whether a node is the guard of a case. */
  static boolean isGuard(Node node) {
    return node.getParentNode().orElse(null) instanceof SwitchEntry entry
        && entry.getGuard().filter(guard -> same(guard, node)).isPresent();
  }

  /** Tells whether a node is run by other frames than its method's. */
  public static boolean isForeign(Node node) {
    return node instanceof LambdaExpr || node instanceof BodyDeclaration<?>;
  }
}
