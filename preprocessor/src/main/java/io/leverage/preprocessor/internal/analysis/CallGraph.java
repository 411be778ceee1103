package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
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
  private final JdkTwins jdk;
  private final ImplicitCalls implicit;
  private final LeftAlone leftAlone;
  private final List<Body> bodies = new ArrayList<>();
  private final Map<ExecutableElement, Body> byElement = new LinkedHashMap<>();
  private final Map<TypeElement, List<Body>> initializers = new LinkedHashMap<>();
  private final Functions functions;
  private final Constructors constructors = new Constructors();

  CallGraph(ParsedProgram program, Overrides overrides, JdkTwins jdk, LeftAlone leftAlone) {
    this.overrides = overrides;
    this.jdk = jdk;
    this.leftAlone = leftAlone;
    this.implicit = new ImplicitCalls(program.types(), program.elements());
    this.functions = new Functions(overrides, jdk, program.types());
    for (ParsedFile file : program.files()) {
      MemberScanner scanner = new MemberScanner(file, false, this::add);
      file.unit().getTypes().forEach(scanner::scan);
    }
    bodies.forEach(this::addImplicitCalls);
  }

  private void addImplicitCalls(Body body) {
    for (Body.Implicit each : body.implicit) {
      for (ExecutableElement target : implicitCalls(each.node())) {
        body.calls.add(new CallSite(each.node(), target, false));
      }
    }
  }

  /**
   * The methods that a for-each loop, the resource of a {@code try}, or an operand of a
   * concatenation calls: {@code iterator}, {@code hasNext} and {@code next}, {@code close}, or
   * {@code toString}. None if only the JDK's can be meant.
   */
  List<ExecutableElement> implicitCalls(Node node) {
    List<ExecutableElement> calls = implicit.of(node);
    return calls.isEmpty() || isSource(calls.get(0)) || !entered(calls.get(0), false).isEmpty()
        ? calls
        : List.of();
  }

  private void add(Body body) {
    if (leftAlone.contains(body)) {
      return;
    }
    bodies.add(body);
    if (body.kind() == BodyKind.INITIALIZER) {
      initializers.computeIfAbsent(body.owner(), key -> new ArrayList<>()).add(body);
    } else if (body.kind() == BodyKind.LAMBDA || body.kind() == BodyKind.METHOD_REFERENCE) {
      functions.add(body);
    } else if (body.element() != null) {
      byElement.put(body.element(), body);
    }
    if (body.kind() == BodyKind.CONSTRUCTOR) {
      constructors.add(body);
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

  /** The lambdas and method references of the program. */
  Functions functions() {
    return functions;
  }

  /** Tells whether the frame of a body can be captured. */
  boolean isCapturable(Body body) {
    return switch (body.kind()) {
      case METHOD -> true;
      case CONSTRUCTOR -> constructors.obstacle(body) == null;
      default -> functions.form(body) != null;
    };
  }

  /** Tells whether the frame of a body can be captured when it is entered so. */
  boolean isCapturable(Edge edge) {
    return isCapturable(edge.to())
        && (edge.to().kind() != BodyKind.CONSTRUCTOR
            || (edge.call().target().equals(edge.to().element())
                && runsByMethod(edge.call().node())));
  }

  /**
   * Tells whether a constructor is run by the method that stands for it, if there is one: where
   * {@code new} or {@code this(..)} calls it.
   */
  static boolean runsByMethod(Node call) {
    return call instanceof ObjectCreationExpr creation
        ? creation.getAnonymousClassBody().isEmpty()
        : call instanceof ExplicitConstructorInvocationStmt other && other.isThis();
  }

  /** Tells whether to initialise a class may do something that the program can tell. */
  boolean hasStaticCode(TypeElement type) {
    return initializers.getOrDefault(type, List.of()).stream().anyMatch(this::isStaticCode)
        || (type.getSuperclass() instanceof DeclaredType parent
            && hasStaticCode((TypeElement) parent.asElement()));
  }

  private boolean isStaticCode(Body initializer) {
    Node node = initializer.node();
    if (node instanceof InitializerDeclaration block) {
      return block.isStatic();
    }
    return node.getParentNode().orElseThrow() instanceof FieldDeclaration field
        && field.isStatic()
        && initializer.calls.stream()
            .anyMatch(call -> call.node() instanceof MethodCallExpr || isSource(call.target()));
  }

  /** The constructors of the program. */
  Constructors constructors() {
    return constructors;
  }

  /** Tells whether the method's source is at hand. */
  boolean isSource(ExecutableElement method) {
    return overrides.classes().contains(method.getEnclosingElement());
  }

  /** Tells whether a method is a compiled one whose twin can wait or be captured. */
  boolean isCompiledSafepoint(ExecutableElement method) {
    return !isSource(method) && EntryPoints.isMarked(method);
  }

  /** The bodies that the calls of a body may enter. */
  List<Edge> edges(Body body) {
    return body.calls.stream().flatMap(call -> edges(body, call).stream()).toList();
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
    if (call.target().getKind() != ElementKind.CONSTRUCTOR) {
      return entered(call.target(), call.exact());
    }
    Set<Body> entered = new LinkedHashSet<>();
    construct(call.owner(), call.target(), entered);
    return entered;
  }

  /**
   * The bodies that a call of a method may enter. Overriders of a compiled method are entered
   * through foreign frames, unless the method is in the table of twins.
   */
  Set<Body> entered(ExecutableElement target, boolean exact) {
    if (!isSource(target) && (exact || jdk.of(target) == null)) {
      return Set.of();
    }
    Set<Body> entered = new LinkedHashSet<>();
    for (ExecutableElement each : exact ? Set.of(target) : overrides.targets(target)) {
      Body body = byElement.get(each);
      if (body != null) {
        entered.add(body);
      }
    }
    if (!exact) {
      entered.addAll(functions.implementing(target));
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
