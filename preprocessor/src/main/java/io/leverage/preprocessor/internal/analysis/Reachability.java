package io.leverage.preprocessor.internal.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks over the edges of a call graph. */
final class Reachability {
  private Reachability() {}

  /** All bodies that can be reached from some, these included. */
  static Set<Body> from(Collection<Body> starts, Function<Body, List<Body>> next) {
    Set<Body> reached = new LinkedHashSet<>(starts);
    Deque<Body> work = new ArrayDeque<>(starts);
    while (!work.isEmpty()) {
      for (Body each : next.apply(work.remove())) {
        if (reached.add(each)) {
          work.add(each);
        }
      }
    }
    return reached;
  }

  /** All of the given bodies that reach a goal within them. */
  static Set<Body> reaching(
      Collection<Body> within, Function<Body, List<Body>> next, Predicate<Body> isGoal) {
    Map<Body, List<Body>> callers = new HashMap<>();
    Set<Body> all = new LinkedHashSet<>(within);
    for (Body caller : all) {
      for (Body callee : next.apply(caller)) {
        if (all.contains(callee)) {
          callers.computeIfAbsent(callee, key -> new ArrayList<>()).add(caller);
        }
      }
    }
    List<Body> goals = all.stream().filter(isGoal).toList();
    return from(goals, body -> callers.getOrDefault(body, List.of()));
  }

  /** A shortest path of edges from a body to a goal; null if there is none. */
  static @Nullable List<CallGraph.Edge> path(
      List<CallGraph.Edge> starts,
      Function<Body, List<CallGraph.Edge>> next,
      Predicate<Body> isGoal) {
    Map<Body, List<CallGraph.Edge>> paths = new LinkedHashMap<>();
    Deque<Body> work = new ArrayDeque<>();
    for (CallGraph.Edge start : starts) {
      if (paths.putIfAbsent(start.to(), List.of(start)) == null) {
        work.add(start.to());
      }
    }
    while (!work.isEmpty()) {
      Body body = work.remove();
      List<CallGraph.Edge> path = paths.getOrDefault(body, List.of());
      if (isGoal.test(body)) {
        return path;
      }
      for (CallGraph.Edge edge : next.apply(body)) {
        if (!paths.containsKey(edge.to())) {
          List<CallGraph.Edge> longer = new ArrayList<>(path);
          longer.add(edge);
          paths.put(edge.to(), longer);
          work.add(edge.to());
        }
      }
    }
    return null;
  }
}
