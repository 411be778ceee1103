package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * Estimates what code does between two polls, over all calls, and by that decides how each loop
 * polls.
 *
 * <p>A wrong estimate can make a capture come late, and nothing else.
 */
final class LoopPolls {
  private static final int HEAVY = 64;
  private static final Set<String> SHORT_CLASSES =
      Set.of(
          "java.lang.Math",
          "java.lang.StrictMath",
          "java.lang.Character",
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double");
  private static final Set<String> TEXT_CLASSES =
      Set.of("java.lang.String", "java.lang.StringBuilder", "java.lang.CharSequence");
  private static final Set<String> SHORT_ON_TEXT =
      Set.of("length", "charAt", "isEmpty", "codePointAt", "setCharAt");

  private final CallGraph graph;
  private final LoopClassifier classifier = new LoopClassifier(this::effort);
  private final IdentityHashMap<Node, CallSite> calls = new IdentityHashMap<>();
  private final IdentityHashMap<Node, Body> bodies = new IdentityHashMap<>();
  private final Map<Body, Effort> ofBodies = new HashMap<>();
  private final IdentityHashMap<Node, Effort> ofLoops = new IdentityHashMap<>();
  private final IdentityHashMap<Node, PollKind> kinds = new IdentityHashMap<>();
  private final Set<Body> open = new HashSet<>();

  private LoopPolls(CallGraph graph) {
    this.graph = graph;
    for (Body body : graph.bodies()) {
      for (CallSite call : body.calls) {
        calls.putIfAbsent(call.node(), call); // f() in "a" + f() comes before its toString()
        bodies.put(call.node(), body);
      }
    }
  }

  /** Decides about all loops of a program. */
  static void decide(CallGraph graph) {
    LoopPolls polls = new LoopPolls(graph);
    for (Body body : graph.bodies()) {
      polls.of(body);
    }
    for (Body body : graph.bodies()) {
      body.loops.replaceAll(loop -> loop.polling(polls.kind(loop.statement())));
    }
  }

  private PollKind kind(Statement loop) {
    effort(loop);
    return kinds.getOrDefault(loop, PollKind.EVERY_ITERATION);
  }

  // A recursive call polls where it enters.
  private Effort of(Body body) {
    Effort known = ofBodies.get(body);
    if (known != null) {
      return known;
    }
    if (!open.add(body)) {
      return new Effort(HEAVY, true);
    }
    Effort effort =
        switch (body.kind()) {
          case METHOD_REFERENCE -> Effort.ENDLESS;
          default -> children(body.node());
        };
    open.remove(body);
    // Elsewhere than in a frame that can be captured, nothing polls.
    if (effort.polls() && !graph.isCapturable(body)) {
      effort = Effort.ENDLESS;
    } else if (effort.polls() && effort.isBounded()) {
      effort = new Effort(Math.max(effort.steps(), HEAVY), true);
    }
    ofBodies.put(body, effort);
    return effort;
  }

  private Effort effort(Node node) {
    if (node instanceof LambdaExpr || node instanceof TypeDeclaration) {
      return Effort.STEP;
    } else if (LoopClassifier.isLoop(node)) {
      return loop((Statement) node);
    } else if (node instanceof SynchronizedStmt
        || (node instanceof TryStmt resources && !resources.getResources().isEmpty())) {
      children(node);
      return Effort.ENDLESS;
    } else if (node instanceof MethodCallExpr
        || node instanceof ObjectCreationExpr
        || node instanceof ExplicitConstructorInvocationStmt) {
      return children(node).and(call(node));
    } else if (Concatenation.operands(node).stream()
        .anyMatch(each -> !graph.implicitCalls(each).isEmpty())) {
      children(node);
      return Effort.ENDLESS;
    }
    return children(node);
  }

  private Effort children(Node node) {
    Effort sum = Effort.NOTHING;
    for (Node child : node.getChildNodes()) {
      sum = sum.and(effort(child));
    }
    return sum;
  }

  private Effort loop(Statement loop) {
    Effort known = ofLoops.get(loop);
    if (known == null) {
      PollKind kind = classifier.classify(loop);
      kinds.put(loop, kind);
      known = classifier.whole(loop, kind);
      ofLoops.put(loop, known);
    }
    return known;
  }

  private Effort call(Node node) {
    CallSite call = calls.get(node);
    Body caller = bodies.get(node);
    if (call == null || caller == null) {
      return Effort.ENDLESS;
    } else if (!graph.isSource(call.target())) {
      return isShort(call) ? Effort.STEP : Effort.ENDLESS;
    }
    // Anyone may implement an interface, with a lambda for example.
    boolean open =
        call.target().getModifiers().contains(Modifier.NATIVE)
            || (call.owner().getKind() == ElementKind.INTERFACE
                && call.target().getModifiers().contains(Modifier.ABSTRACT));
    Effort most = open ? Effort.ENDLESS : Effort.NOTHING;
    for (CallGraph.Edge edge : graph.edges(caller, call)) {
      Effort one = of(edge.to());
      if (one.polls() && !graph.isCapturable(edge)) {
        one = Effort.ENDLESS;
      }
      most = call.target().getKind() == ElementKind.CONSTRUCTOR ? most.and(one) : most.or(one);
    }
    boolean pinned = !graph.isCapturable(caller);
    return most.polls() && pinned ? Effort.ENDLESS : most.and(Effort.STEP);
  }

  private static boolean isShort(CallSite call) {
    ExecutableElement method = call.target();
    String owner = call.owner().toString();
    String name = method.getSimpleName().toString();
    return SHORT_CLASSES.contains(owner)
        || (TEXT_CLASSES.contains(owner) && SHORT_ON_TEXT.contains(name))
        || (owner.equals("java.lang.StringBuilder")
            && name.equals("append")
            && method.getParameters().get(0).asType().getKind().isPrimitive())
        || (owner.equals("java.lang.Object") && method.getKind() == ElementKind.CONSTRUCTOR);
  }
}
