package io.leverage.preprocessor.internal.analysis;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The methods of the sources that libraries may call back. */
final class Callbacks {
  private static final Set<String> NOT_CALLBACKS =
      Set.of(Callable.class.getName(), Runnable.class.getName());

  private static final Set<String> OF_ALL_OBJECTS =
      Set.of(Object.class.getName(), Enum.class.getName(), "java.lang.Record");

  private final CallGraph graph;
  private final Overrides overrides;
  private final HandedOver handed;
  private final Set<Body> waiting;
  // Each type with the classes below it, itself included, of which the program makes objects.
  private final Map<TypeElement, Set<TypeElement>> created = new HashMap<>();
  private final Set<Body> found = new LinkedHashSet<>();

  /** Finds the methods; the bodies that wait are all that matters of what overrides Object's. */
  Callbacks(
      CallGraph graph,
      Overrides overrides,
      HandedOver handed,
      Set<Body> entered,
      Set<Body> waiting) {
    this.waiting = waiting;
    this.graph = graph;
    this.overrides = overrides;
    this.handed = handed;
    noteCreated(entered);
    // What a call-back returns is in the library's hands too.
    for (int before = -1; before < found.size(); ) {
      before = found.size();
      graph.bodies().forEach(this::find);
    }
  }

  boolean contains(Body body) {
    return found.contains(body);
  }

  private void noteCreated(Set<Body> entered) {
    for (Body body : entered) {
      for (CallSite call : body.calls) {
        if (call.target().getKind() == ElementKind.CONSTRUCTOR) {
          noteCreated(call.owner());
        }
      }
    }
    overrides.classes().stream()
        .filter(each -> each.getKind() == ElementKind.ENUM)
        .forEach(this::noteCreated);
  }

  private void noteCreated(TypeElement type) {
    for (TypeElement each : overrides.hierarchy(type)) {
      created.computeIfAbsent(each, key -> new LinkedHashSet<>()).add(type);
    }
  }

  private void find(Body body) {
    ExecutableElement method = body.element();
    if (body.kind() == BodyKind.METHOD && method != null && isCallback(body, method)) {
      if (found.add(body)) {
        handed.noteResult(method);
      }
    }
  }

  private boolean isCallback(Body body, ExecutableElement method) {
    return overrides.overriddenBy(method).stream()
        .filter(overridden -> !graph.isSource(overridden))
        .map(ExecutableElement::getEnclosingElement)
        .anyMatch(
            library ->
                library instanceof TypeElement type
                    && (isObjects(type)
                        ? waiting.contains(body) && created.containsKey(body.owner())
                        : isCallback(body.owner(), type)));
  }

  // Anyone may call toString, equals and hashCode.
  private static boolean isObjects(TypeElement type) {
    return OF_ALL_OBJECTS.contains(type.getQualifiedName().toString());
  }

  // A class of a library that the program extends calls its own methods.
  private boolean isCallback(TypeElement owner, TypeElement library) {
    return !NOT_CALLBACKS.contains(library.getQualifiedName().toString())
        && created.getOrDefault(owner, Set.of()).stream()
            .filter(each -> created.getOrDefault(library, Set.of()).contains(each))
            .anyMatch(
                each -> !library.getKind().isInterface() || handed.mayCallBack(each, library));
  }
}
