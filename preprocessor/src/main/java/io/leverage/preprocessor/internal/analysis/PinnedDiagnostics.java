package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import io.leverage.preprocessor.Diagnostic;
import io.leverage.preprocessor.DiagnosticId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Warns of the pinned places in which a thread could otherwise be captured, and says why. */
final class PinnedDiagnostics {
  private final CallGraph graph;
  private final Resumability resumability;

  PinnedDiagnostics(CallGraph graph, Resumability resumability) {
    this.graph = graph;
    this.resumability = resumability;
  }

  Optional<Diagnostic> of(PinnedPlace place) {
    Optional<List<String>> wait = path(place, false);
    if (wait.isPresent() && place.id() != DiagnosticId.PINNED_CALLBACK) {
      return Optional.of(
          at(
              place,
              DiagnosticId.BLOCKING_WHILE_PINNED,
              "a thread would wait here below " + place.what() + ", whose frame can't be captured",
              wait.get()));
    }
    return wait.or(() -> path(place, true))
        .map(
            reason ->
                at(
                    place,
                    place.id(),
                    "the frame of "
                        + place.what()
                        + " can't be captured: while it runs, its thread can be neither"
                        + " checkpointed nor moved",
                    reason));
  }

  private static Diagnostic at(
      PinnedPlace place, DiagnosticId id, String message, List<String> reason) {
    Position begin = place.node().getBegin().orElse(Position.HOME);
    return id.at(
        place.body().file().path(), begin.line, begin.column, message, place.remedy(), reason);
  }

  /** The steps from a place to what stops or waits in it; empty if nothing does. */
  private Optional<List<String>> path(PinnedPlace place, boolean loopsCount) {
    Optional<String> direct = end(place.body(), place.calls(), place.loops(), loopsCount);
    if (direct.isPresent()) {
      return direct.map(List::of);
    }
    Set<Body> within = loopsCount ? resumability.stopping() : resumability.blocking();
    List<CallGraph.Edge> starts =
        place.calls().stream()
            .flatMap(call -> graph.edges(place.body(), call).stream())
            .filter(edge -> within.contains(edge.to()))
            .toList();
    List<CallGraph.Edge> edges =
        Reachability.path(starts, this::edges, body -> end(body, loopsCount).isPresent());
    if (edges == null) {
      return Optional.empty();
    }
    List<String> steps = new ArrayList<>();
    edges.forEach(edge -> steps.add(step(edge)));
    end(edges.get(edges.size() - 1).to(), loopsCount).ifPresent(steps::add);
    return Optional.of(steps);
  }

  private List<CallGraph.Edge> edges(Body body) {
    return body.calls.stream().flatMap(call -> graph.edges(body, call).stream()).toList();
  }

  private Optional<String> end(Body body, boolean loopsCount) {
    Optional<String> end = end(body, body.calls, body.loops, loopsCount);
    return end.isEmpty() && loopsCount && resumability.isCyclic(body)
        ? Optional.of(body.describe() + " is recursive")
        : end;
  }

  private Optional<String> end(
      Body body, List<CallSite> calls, List<Body.Loop> loops, boolean loopsCount) {
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

  private static String step(CallGraph.Edge edge) {
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
