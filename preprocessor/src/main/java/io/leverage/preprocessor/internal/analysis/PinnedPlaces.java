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

/** Finds the places that pin a thread, in the bodies that a virtual thread may enter. */
final class PinnedPlaces {
  private final CallGraph graph;
  private final List<PinnedPlace> places = new ArrayList<>();

  /** The constructors that frames which can be captured call, and those that others call. */
  private final Set<Body> captured = new HashSet<>();

  private final Set<Body> pinned = new HashSet<>();

  private PinnedPlaces(CallGraph graph, Set<Body> entered) {
    this.graph = graph;
    entered.stream()
        .flatMap(each -> graph.edges(each).stream())
        .filter(edge -> edge.to().kind() == BodyKind.CONSTRUCTOR)
        .forEach(edge -> (graph.isCapturable(edge) ? captured : pinned).add(edge.to()));
  }

  static List<PinnedPlace> find(CallGraph graph, Callbacks callbacks, Set<Body> entered) {
    PinnedPlaces finder = new PinnedPlaces(graph, entered);
    for (Body body : graph.bodies()) {
      if (entered.contains(body)) {
        finder.inside(body);
      }
      if (callbacks.contains(body)) {
        finder.whole(DiagnosticId.PINNED_CALLBACK, body);
      }
    }
    return finder.places;
  }

  private void inside(Body body) {
    switch (body.kind()) {
      case METHOD -> {}
      case CONSTRUCTOR -> constructor(body);
      case INITIALIZER -> whole(DiagnosticId.PINNED_INITIALIZER, body);
      case LAMBDA -> function(DiagnosticId.PINNED_LAMBDA, body);
      case METHOD_REFERENCE -> function(DiagnosticId.PINNED_METHOD_REFERENCE, body);
      case LOCAL_CLASS_METHOD -> whole(DiagnosticId.PINNED_LOCAL_CLASS, body);
    }
  }

  // A constructor pins where it can't be captured itself, and where another one calls it.
  private void constructor(Body body) {
    PinnedPlace place = PinnedPlace.whole(DiagnosticId.PINNED_CONSTRUCTOR, body, name(body.node()));
    String obstacle = graph.constructors().obstacle(body);
    if (obstacle != null) {
      places.add(place.because(obstacle));
    } else if (pinned.contains(body)) {
      PinnedPlace because =
          place.because("the constructor of a subclass calls it, or it is called by reference");
      places.add(captured.contains(body) ? because.orNot() : because);
    }
  }

  private void whole(DiagnosticId id, Body body) {
    places.add(PinnedPlace.whole(id, body, name(body.node())));
  }

  // A lambda pins where it can't be captured itself, and where a library will call it.
  private void function(DiagnosticId id, Body body) {
    PinnedPlace place = PinnedPlace.whole(id, body, body.node());
    String obstacle = graph.functions().obstacle(body);
    String reason = obstacle == null ? LibraryArgument.to(body.node(), "it", graph) : obstacle;
    if (reason != null) {
      places.add(place.because(reason));
      return;
    }
    StoredLambda stored = StoredLambda.of(body.node());
    String given = stored == null ? null : stored.given(graph);
    if (stored != null && given != null) {
      PinnedPlace because = place.because(given);
      places.add(stored.isOnlyGiven(graph) ? because : because.orNot());
    }
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
