package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import io.leverage.preprocessor.DiagnosticId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Finds the places that pin a thread, in the bodies that a virtual thread may enter. */
final class PinnedPlaces {
  private static final Set<String> NOT_CALLBACKS =
      Set.of(Object.class.getName(), Callable.class.getName(), Runnable.class.getName());

  private final CallGraph graph;
  private final Overrides overrides;
  private final Set<Body> entered;
  private final Set<TypeElement> created = new HashSet<>();
  private final List<PinnedPlace> places = new ArrayList<>();

  private PinnedPlaces(CallGraph graph, Overrides overrides, Set<Body> entered) {
    this.graph = graph;
    this.overrides = overrides;
    this.entered = entered;
  }

  static List<PinnedPlace> find(CallGraph graph, Overrides overrides, Set<Body> entered) {
    PinnedPlaces finder = new PinnedPlaces(graph, overrides, entered);
    finder.noteCreated();
    for (Body body : graph.bodies()) {
      if (entered.contains(body)) {
        finder.inside(body);
      }
      finder.callback(body);
    }
    return finder.places;
  }

  private void noteCreated() {
    for (Body body : entered) {
      for (CallSite call : body.calls) {
        if (call.target().getKind() == ElementKind.CONSTRUCTOR) {
          created.addAll(overrides.hierarchy(call.owner()));
        }
      }
    }
  }

  private void inside(Body body) {
    switch (body.kind()) {
      case METHOD -> {}
      case CONSTRUCTOR -> whole(DiagnosticId.PINNED_CONSTRUCTOR, body);
      case INITIALIZER -> whole(DiagnosticId.PINNED_INITIALIZER, body);
      case LAMBDA -> whole(DiagnosticId.PINNED_LAMBDA, body);
      case LOCAL_CLASS_METHOD -> whole(DiagnosticId.PINNED_LOCAL_CLASS, body);
    }
    for (CallSite reference : body.references) {
      places.add(
          new PinnedPlace(
              DiagnosticId.PINNED_METHOD_REFERENCE,
              body,
              reference.node(),
              List.of(reference),
              List.of()));
    }
  }

  private void whole(DiagnosticId id, Body body) {
    places.add(PinnedPlace.whole(id, body, name(body.node())));
  }

  private void callback(Body body) {
    if (body.kind() == BodyKind.METHOD
        && created.contains(body.owner())
        && body.element() != null
        && overrides.overriddenBy(body.element()).stream().anyMatch(this::isCallback)) {
      whole(DiagnosticId.PINNED_CALLBACK, body);
    }
  }

  private boolean isCallback(ExecutableElement overridden) {
    return !graph.isSource(overridden)
        && overridden.getEnclosingElement() instanceof TypeElement type
        && !NOT_CALLBACKS.contains(type.getQualifiedName().toString());
  }

  private static Node name(Node node) {
    if (node instanceof MethodDeclaration method) {
      return method.getName();
    } else if (node instanceof ConstructorDeclaration constructor) {
      return constructor.getName();
    } else if (node instanceof CompactConstructorDeclaration constructor) {
      return constructor.getName();
    } else if (node instanceof VariableDeclarator variable) {
      return variable.getName();
    }
    return node;
  }
}
