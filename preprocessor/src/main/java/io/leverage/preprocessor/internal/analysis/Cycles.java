package io.leverage.preprocessor.internal.analysis;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Bodies of which each cycle of the call graph has at least one: those that a depth-first search
 * meets again while it is below them. It has a stack of its own, because call chains of real
 * programs are deep.
 */
final class Cycles {
  private record Visit(Body body, Iterator<Body> rest) {}

  private final Function<Body, List<Body>> next;
  private final Set<Body> seen = new HashSet<>();
  private final Set<Body> above = new HashSet<>();
  private final Set<Body> heads = new LinkedHashSet<>();

  private Cycles(Function<Body, List<Body>> next) {
    this.next = next;
  }

  static Set<Body> heads(Collection<Body> bodies, Function<Body, List<Body>> next) {
    Cycles cycles = new Cycles(next);
    for (Body body : bodies) {
      if (!cycles.seen.contains(body)) {
        cycles.explore(body);
      }
    }
    return cycles.heads;
  }

  private void explore(Body root) {
    Deque<Visit> stack = new ArrayDeque<>();
    stack.push(enter(root));
    while (!stack.isEmpty()) {
      Visit visit = stack.element();
      if (!visit.rest().hasNext()) {
        stack.pop();
        above.remove(visit.body());
        continue;
      }
      Body callee = visit.rest().next();
      if (above.contains(callee)) {
        heads.add(callee);
      } else if (!seen.contains(callee)) {
        stack.push(enter(callee));
      }
    }
  }

  private Visit enter(Body body) {
    seen.add(body);
    above.add(body);
    return new Visit(body, next.apply(body).iterator());
  }
}
