package io.leverage.preprocessor.internal.analysis;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The bodies that are in a cycle of the call graph: strongly connected components, by Tarjan's
 * algorithm with a stack of its own, because call chains of real programs are deep.
 */
final class Cycles {
  private record Visit(Body body, Iterator<Body> rest) {}

  private final Function<Body, List<Body>> next;
  private final Map<Body, Integer> index = new HashMap<>();
  private final Map<Body, Integer> low = new HashMap<>();
  private final Deque<Body> component = new ArrayDeque<>();
  private final Set<Body> open = new HashSet<>();
  private final Set<Body> cyclic = new HashSet<>();

  private Cycles(Function<Body, List<Body>> next) {
    this.next = next;
  }

  static Set<Body> in(Collection<Body> bodies, Function<Body, List<Body>> next) {
    Cycles cycles = new Cycles(next);
    for (Body body : bodies) {
      if (!cycles.index.containsKey(body)) {
        cycles.explore(body);
      }
    }
    return cycles.cyclic;
  }

  private void explore(Body root) {
    Deque<Visit> stack = new ArrayDeque<>();
    stack.push(enter(root));
    while (!stack.isEmpty()) {
      Visit visit = stack.element();
      if (!visit.rest().hasNext()) {
        stack.pop();
        leave(visit.body());
        if (!stack.isEmpty()) {
          lower(stack.element().body(), low.getOrDefault(visit.body(), 0));
        }
        continue;
      }
      Body callee = visit.rest().next();
      if (callee.equals(visit.body())) {
        cyclic.add(callee);
      }
      if (!index.containsKey(callee)) {
        stack.push(enter(callee));
      } else if (open.contains(callee)) {
        lower(visit.body(), index.getOrDefault(callee, 0));
      }
    }
  }

  private Visit enter(Body body) {
    int number = index.size();
    index.put(body, number);
    low.put(body, number);
    component.push(body);
    open.add(body);
    return new Visit(body, next.apply(body).iterator());
  }

  private void lower(Body body, int reachable) {
    low.merge(body, reachable, Math::min);
  }

  private void leave(Body body) {
    if (!index.getOrDefault(body, 0).equals(low.getOrDefault(body, 0))) {
      return;
    }
    boolean single = body.equals(component.peek());
    Body member;
    do {
      member = component.pop();
      open.remove(member);
      if (!single) {
        cyclic.add(member);
      }
    } while (!member.equals(body));
  }
}
