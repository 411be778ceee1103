package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.Position;
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
  private final Steps steps;

  PinnedDiagnostics(CallGraph graph, Resumability resumability) {
    this.graph = graph;
    this.resumability = resumability;
    this.steps = new Steps(graph, resumability);
  }

  Optional<Diagnostic> of(PinnedPlace place) {
    Optional<List<String>> wait = explained(place, path(place, false));
    if (wait.isPresent() && place.certain() && place.id() != DiagnosticId.PINNED_CALLBACK) {
      return Optional.of(
          at(
              place,
              DiagnosticId.BLOCKING_WHILE_PINNED,
              "a thread would wait here below " + place.what() + ", whose frame can't be captured",
              wait.get()));
    }
    return wait.or(() -> explained(place, path(place, true)))
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

  private static Optional<List<String>> explained(PinnedPlace place, Optional<List<String>> path) {
    return path.map(
        steps -> {
          List<String> all = new ArrayList<>();
          if (place.cause() != null) {
            all.add(place.cause());
          }
          all.addAll(steps);
          return all;
        });
  }

  private static Diagnostic at(
      PinnedPlace place, DiagnosticId id, String message, List<String> reason) {
    Position begin = place.node().getBegin().orElse(Position.HOME);
    return id.at(
        place.body().file().path(), begin.line, begin.column, message, place.remedy(), reason);
  }

  /** The steps from a place to what stops or waits in it; empty if nothing does. */
  private Optional<List<String>> path(PinnedPlace place, boolean loopsCount) {
    Optional<String> direct = steps.end(place.body(), place.calls(), place.loops(), loopsCount);
    if (direct.isPresent()) {
      return direct.map(List::of);
    }
    Set<Body> within = loopsCount ? resumability.stopping() : resumability.blocking();
    List<CallGraph.Edge> starts =
        place.calls().stream()
            .filter(call -> loopsCount || graph.isSource(call.target()))
            .flatMap(call -> graph.edges(place.body(), call).stream())
            .filter(edge -> within.contains(edge.to()))
            .toList();
    List<CallGraph.Edge> edges =
        Reachability.path(
            starts,
            body -> edges(body, loopsCount),
            body -> steps.end(body, loopsCount).isPresent());
    if (edges == null) {
      return Optional.empty();
    }
    List<String> reason = new ArrayList<>();
    edges.forEach(edge -> reason.add(Steps.step(edge)));
    steps.end(edges.get(edges.size() - 1).to(), loopsCount).ifPresent(reason::add);
    return Optional.of(reason);
  }

  // What only may hide behind a JDK's interface is no reason to refuse the program.
  private List<CallGraph.Edge> edges(Body body, boolean loopsCount) {
    return body.calls.stream()
        .filter(call -> loopsCount || graph.isSource(call.target()))
        .flatMap(call -> graph.edges(body, call).stream())
        .toList();
  }
}
