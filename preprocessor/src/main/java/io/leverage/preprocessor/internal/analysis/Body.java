package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.Statement;
import io.leverage.preprocessor.internal.parse.ParsedFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * A piece of code that runs in one frame: a method's body, a constructor's, an initialiser, a
 * lambda's. What is nested in it and runs in a frame of its own is another body.
 */
final class Body {
  /** A loop, and how it polls. */
  record Loop(Statement statement, PollKind poll) {
    boolean polls() {
      return poll != PollKind.NONE;
    }

    Loop polling(PollKind kind) {
      return new Loop(statement, kind);
    }
  }

  /** A loop, a resource or an operand that calls methods which the text doesn't name. */
  record Implicit(Node node) {}

  private final BodyKind kind;
  private final ParsedFile file;
  private final Node node;
  private final TypeElement owner;
  private final @Nullable ExecutableElement element;

  /** The calls in it, in the order of the text. */
  final List<CallSite> calls = new ArrayList<>();

  /** Where it calls methods that the text doesn't name. */
  final List<Implicit> implicit = new ArrayList<>();

  final List<Loop> loops = new ArrayList<>();

  /** The lambdas, the method references and the bodies of local classes in it. */
  final List<Body> nested = new ArrayList<>();

  /** The static fields that it touches, each with its first place. */
  final Map<VariableElement, Node> statics = new LinkedHashMap<>();

  Body(
      BodyKind kind,
      ParsedFile file,
      Node node,
      TypeElement owner,
      @Nullable ExecutableElement element) {
    this.kind = kind;
    this.file = file;
    this.node = node;
    this.owner = owner;
    this.element = element;
  }

  BodyKind kind() {
    return kind;
  }

  ParsedFile file() {
    return file;
  }

  Node node() {
    return node;
  }

  TypeElement owner() {
    return owner;
  }

  @Nullable ExecutableElement element() {
    return element;
  }

  /** Names it as in a stack trace. */
  String describe() {
    String type = owner.getSimpleName().isEmpty() ? "anonymous" : owner.getSimpleName().toString();
    return switch (kind) {
      case LAMBDA -> "a lambda in " + type;
      case METHOD_REFERENCE -> "the method reference " + node + " in " + type;
      case INITIALIZER -> "an initialiser of " + type;
      case CONSTRUCTOR -> "new " + type + "()";
      default -> type + "." + (element == null ? "?" : element.getSimpleName()) + "()";
    };
  }

  @Override
  public String toString() {
    return describe();
  }
}
