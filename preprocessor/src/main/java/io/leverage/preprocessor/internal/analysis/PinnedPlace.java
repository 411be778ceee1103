package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import io.leverage.preprocessor.DiagnosticId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the program whose frame can't be captured.
 *
 * @param id the kind of diagnostic that warns of it
 * @param body the body that it is, or is in
 * @param node where it is
 * @param calls the calls in it
 * @param loops the loops in it
 * @param cause why its frame can't be captured, where that is not the same for all of its kind
 * @param certain whether each call of it is pinned
 */
record PinnedPlace(
    DiagnosticId id,
    Body body,
    Node node,
    List<CallSite> calls,
    List<Body.Loop> loops,
    @Nullable String cause,
    boolean certain) {

  /** The whole of a body. */
  static PinnedPlace whole(DiagnosticId id, Body body, Node node) {
    return new PinnedPlace(id, body, node, body.calls, body.loops, null, true);
  }

  /** The same place, with the reason why it pins. */
  PinnedPlace because(String reason) {
    return new PinnedPlace(id, body, node, calls, loops, reason, certain);
  }

  /** The same place, where the program may call it in other ways, too. */
  PinnedPlace orNot() {
    return new PinnedPlace(id, body, node, calls, loops, cause, false);
  }

  /** What it is, in a sentence. */
  String what() {
    return switch (id) {
      case PINNED_LAMBDA -> "a lambda";
      case PINNED_METHOD_REFERENCE -> "a method reference";
      case PINNED_CONSTRUCTOR -> "a constructor";
      case PINNED_INITIALIZER -> "an initialiser";
      case PINNED_LOCAL_CLASS -> "a method of a local class";
      case PINNED_CALLBACK -> "a library that calls this method back";
      default -> throw new IllegalStateException(id + " is no kind of pinned place");
    };
  }

  /** What to do about it. */
  String remedy() {
    return switch (id) {
      case PINNED_LAMBDA ->
          "use a loop instead of the library's method, or call the lambda from code of the sources";
      case PINNED_METHOD_REFERENCE ->
          "call the method directly, or through an interface of the sources";
      case PINNED_CONSTRUCTOR -> "move the work from the constructor to a static factory method";
      case PINNED_INITIALIZER -> "compute the value in a method that is called explicitly";
      case PINNED_LOCAL_CLASS -> "make it a named member class";
      case PINNED_CALLBACK -> "call it from code of the sources, where it takes long";
      default -> throw new IllegalStateException(id + " is no kind of pinned place");
    };
  }
}
