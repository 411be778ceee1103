package io.leverage.preprocessor.internal.analysis;

import io.leverage.preprocessor.Polls;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Decides which bodies are made resumable.
 *
 * <p>A method is, if a thread can get to it from an entry point over frames that can all be
 * captured, and if it can get from there to a safepoint in the same way.
 */
final class Resumability {
  private final CallGraph graph;
  private final Set<Body> reached;
  private final Set<Body> polling;
  private final Set<Body> resumable;
  private final Set<Body> stopping;
  private final Set<Body> blocking;

  Resumability(CallGraph graph, EntryPoints entries, Polls polls) {
    this.graph = graph;
    List<Body> starts = entries.all().stream().map(graph::body).filter(Objects::nonNull).toList();
    reached =
        Reachability.from(starts.stream().filter(graph::isCapturable).toList(), this::capturable);
    polling = polls == Polls.METHODS ? reached : Cycles.heads(reached, this::capturable);
    resumable = Reachability.reaching(reached, this::capturable, this::hasSafepoint);
    stopping =
        Reachability.reaching(
            graph.bodies(),
            this::called,
            body ->
                polling.contains(body)
                    || body.loops.stream().anyMatch(Body.Loop::polls)
                    || callsCompiledSafepoint(body));
    blocking =
        Reachability.reaching(graph.bodies(), this::calledForSure, this::callsCompiledSafepoint);
  }

  Set<Body> resumable() {
    return resumable;
  }

  /** Tells whether a thread gets to a body over frames that can all be captured. */
  boolean isReached(Body body) {
    return reached.contains(body);
  }

  /** Tells whether a body polls when it is entered: each cycle of calls has one that does. */
  boolean pollsAtEntry(Body body) {
    return polling.contains(body);
  }

  /** The bodies that may run in a virtual thread that starts at some methods. */
  Set<Body> enteredFrom(Set<Body> starts) {
    return Reachability.from(starts, this::anything);
  }

  /** The bodies in which, or below which, a thread would be captured if it weren't pinned. */
  Set<Body> stopping() {
    return stopping;
  }

  /** The bodies in which, or below which, a thread waits. */
  Set<Body> blocking() {
    return blocking;
  }

  private boolean hasSafepoint(Body body) {
    return polling.contains(body)
        || body.loops.stream().anyMatch(Body.Loop::polls)
        || callsCompiledSafepoint(body);
  }

  private boolean callsCompiledSafepoint(Body body) {
    return body.calls.stream().anyMatch(call -> graph.isCompiledSafepoint(call.target()));
  }

  private List<Body> capturable(Body body) {
    return body.calls.stream()
        .flatMap(call -> graph.edges(body, call).stream())
        .filter(graph::isCapturable)
        .map(CallGraph.Edge::to)
        .distinct()
        .toList();
  }

  private List<Body> called(Body body) {
    return body.calls.stream()
        .flatMap(call -> graph.edges(body, call).stream())
        .map(CallGraph.Edge::to)
        .distinct()
        .toList();
  }

  // Anything may hide behind a JDK's interface: too little to refuse a program for.
  private List<Body> calledForSure(Body body) {
    return body.calls.stream()
        .filter(call -> graph.isSource(call.target()))
        .flatMap(call -> graph.edges(body, call).stream())
        .map(CallGraph.Edge::to)
        .distinct()
        .toList();
  }

  // A lambda or an object may be called by anyone, once it exists.
  private List<Body> anything(Body body) {
    Set<Body> next = new LinkedHashSet<>(called(body));
    next.addAll(body.nested);
    return new ArrayList<>(next);
  }
}
