package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import java.util.List;
import java.util.Optional;

/** Writes the steps of a path through the call graph, for people. */
final class Steps {
  private final CallGraph graph;
  private final Resumability resumability;

  Steps(CallGraph graph, Resumability resumability) {
    this.graph = graph;
    this.resumability = resumability;
  }

  /** What in a body waits or, if loops count, can be stopped; empty if nothing does. */
  Optional<String> end(Body body, boolean loopsCount) {
    Optional<String> end = end(body, body.calls, body.loops, loopsCount);
    return end.isEmpty() && loopsCount && resumability.pollsAtEntry(body)
        ? Optional.of(body.describe() + " is recursive")
        : end;
  }

  /** The same for some of a body's calls and loops. */
  Optional<String> end(Body body, List<CallSite> calls, List<Body.Loop> loops, boolean loopsCount) {
    return calls.stream()
        .filter(call -> graph.isCompiledSafepoint(call.target()))
        .findFirst()
        .map(call -> step(body, call))
        .or(
            () ->
                loops.stream()
                    .filter(loop -> loopsCount && loop.polls())
                    .findFirst()
                    .map(loop -> step(body, loop)));
  }

  /** A call. */
  static String step(CallGraph.Edge edge) {
    return edge.from().describe()
        + " calls "
        + edge.to().describe()
        + " at "
        + where(edge.from(), edge.call().node());
  }

  private static String step(Body body, CallSite call) {
    return body.describe()
        + " calls "
        + call.owner().getSimpleName()
        + "."
        + call.target().getSimpleName()
        + "() at "
        + where(body, call.node());
  }

  private static String step(Body body, Body.Loop loop) {
    return body.describe() + " loops at " + where(body, loop.statement());
  }

  private static String where(Body body, Node node) {
    return body.file().path().getFileName() + ":" + node.getBegin().map(p -> p.line).orElse(0);
  }
}
