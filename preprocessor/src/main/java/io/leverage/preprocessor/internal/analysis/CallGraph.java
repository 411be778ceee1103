package io.leverage.preprocessor.internal.analysis;

import io.leverage.preprocessor.internal.parse.ParsedFile;
import io.leverage.preprocessor.internal.parse.ParsedProgram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Who calls whom in the whole program. An edge keeps the call that it comes from, so that a
 * diagnostic can give the reason for what the analysis found.
 */
final class CallGraph {
  /** A call and a body that it may enter. */
  record Edge(Body from, CallSite call, Body to) {}

  private final Overrides overrides;
  private final LeftAlone leftAlone;
  private final List<Body> bodies = new ArrayList<>();
  private final Map<ExecutableElement, Body> byElement = new LinkedHashMap<>();
  private final Map<TypeElement, List<Body>> initializers = new LinkedHashMap<>();

  CallGraph(ParsedProgram program, Overrides overrides, LeftAlone leftAlone) {
    this.overrides = overrides;
    this.leftAlone = leftAlone;
    for (ParsedFile file : program.files()) {
      MemberScanner scanner = new MemberScanner(file, false, this::add);
      file.unit().getTypes().forEach(scanner::scan);
    }
  }

  private void add(Body body) {
    if (leftAlone.contains(body)) {
      return;
    }
    bodies.add(body);
    if (body.kind() == BodyKind.INITIALIZER) {
      initializers.computeIfAbsent(body.owner(), key -> new ArrayList<>()).add(body);
    } else if (body.kind() != BodyKind.LAMBDA && body.element() != null) {
      byElement.put(body.element(), body);
    }
    body.nested.forEach(this::add);
  }

  /** All bodies, nested ones included, in the order of the text. */
  List<Body> bodies() {
    return bodies;
  }

  @Nullable Body body(ExecutableElement element) {
    return byElement.get(element);
  }

  /** Tells whether the method's source is at hand. */
  boolean isSource(ExecutableElement method) {
    return overrides.classes().contains(method.getEnclosingElement());
  }

  /** Tells whether a method is a compiled one whose twin can wait or be captured. */
  boolean isCompiledSafepoint(ExecutableElement method) {
    return !isSource(method) && EntryPoints.isMarked(method);
  }

  /** The bodies that a call may enter. */
  List<Edge> edges(Body from, CallSite call) {
    List<Edge> edges = new ArrayList<>();
    for (Body to : entered(call)) {
      edges.add(new Edge(from, call, to));
    }
    return edges;
  }

  private Set<Body> entered(CallSite call) {
    Set<Body> entered = new LinkedHashSet<>();
    ExecutableElement target = call.target();
    if (target.getKind() == ElementKind.CONSTRUCTOR) {
      construct(call.owner(), target, entered);
    } else {
      Set<ExecutableElement> targets = call.exact() ? Set.of(target) : overrides.targets(target);
      for (ExecutableElement each : targets) {
        Body body = byElement.get(each);
        // A compiled method's overriders are entered through foreign frames.
        if (body != null && isSource(target)) {
          entered.add(body);
        }
      }
    }
    return entered;
  }

  // new T(..) runs the constructor, T's initialisers, and the same of the superclass
  private void construct(
      TypeElement type, @Nullable ExecutableElement constructor, Set<Body> entered) {
    if (!overrides.classes().contains(type)) {
      return;
    }
    Body body = constructor == null ? null : byElement.get(constructor);
    if (body != null) {
      entered.add(body);
    }
    entered.addAll(initializers.getOrDefault(type, List.of()));
    if (type.getSuperclass() instanceof DeclaredType parent
        && parent.asElement() instanceof TypeElement element) {
      construct(element, implicit(element), entered);
    }
  }

  private static @Nullable ExecutableElement implicit(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .filter(each -> each.getParameters().isEmpty())
        .findFirst()
        .orElse(null);
  }
}
