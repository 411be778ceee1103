package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The plan for one program. It answers by javac's elements and by where a node stands, not by which
 * node it is, so that it holds for copies of nodes too.
 */
final class ProgramPlan implements Plan {
  private final CallGraph graph;
  private final Overrides overrides;
  private final EntryPoints entries;
  private final TwinNames names;
  private final JdkTwins jdk;
  private final Elements elements;
  private final Set<Body> resumableBodies;
  private final Set<ExecutableElement> resumable = new HashSet<>();
  private final Set<ExecutableElement> polling = new HashSet<>();
  private final Map<TypeElement, ExecutableElement> mobileForms = new HashMap<>();
  private final Set<ExecutableElement> twins;
  private final TwinClashes clashes;
  private final MobileInterfaces mobiles;

  ProgramPlan(
      CallGraph graph,
      Overrides overrides,
      EntryPoints entries,
      Resumability resumability,
      TwinNames names,
      JdkTwins jdk,
      Types types,
      Elements elements) {
    this.graph = graph;
    this.overrides = overrides;
    this.entries = entries;
    this.names = names;
    this.jdk = jdk;
    this.elements = elements;
    this.resumableBodies = resumability.resumable();
    Set<ExecutableElement> functional = new HashSet<>();
    for (Body body : resumability.resumable()) {
      MobileLambda form = graph.functions().form(body);
      if (form != null) {
        TypeElement type = (TypeElement) form.target().asElement();
        functional.addAll(graph.functions().abstractMethods(type));
        mobileForms.put(type, form.method());
        MobileLambda marked =
            new MobileLambda(form.target(), form.method(), resumability.pollsAtEntry(body));
        body.node().setData(MobileLambda.KEY, marked);
      } else if (body.element() != null) {
        resumable.add(body.element());
        if (resumability.pollsAtEntry(body)) {
          polling.add(body.element());
        }
      }
    }
    Set<ExecutableElement> wanted = new HashSet<>(resumable);
    wanted.addAll(entries.all());
    functional.stream().filter(graph::isSource).forEach(wanted::add);
    twins = overrides.families(wanted);
    clashes = new TwinClashes(overrides, twins, types, elements);
    mobiles = new MobileInterfaces(overrides, twins, jdk, types);
  }

  @Override
  public boolean hasTwin(ExecutableElement method) {
    return twins.contains(method) || graph.isCompiledSafepoint(method);
  }

  @Override
  public boolean isResumable(MethodDeclaration method) {
    return contains(resumable, method);
  }

  @Override
  public boolean isResumable(ExecutableElement method) {
    return resumable.contains(method);
  }

  @Override
  public boolean isCheckpointable(Expression expression) {
    if (expression instanceof ObjectCreationExpr creation) {
      return CallGraph.runsByMethod(creation)
          && Attribution.of(creation).element() instanceof ExecutableElement constructor
          && resumable.contains(constructor)
          && !isPinnedPlace(creation);
    }
    if (!(expression instanceof MethodCallExpr call)
        || !(Attribution.of(call).element() instanceof ExecutableElement target)
        || target.getKind() != ElementKind.METHOD
        || isPinnedPlace(call)) {
      return false;
    }
    if (graph.isCompiledSafepoint(target)) {
      return true;
    }
    return entersResumable(target, call.getScope().map(Expression::isSuperExpr).orElse(false));
  }

  @Override
  public boolean initialisesNoticeably(ObjectCreationExpr creation) {
    return Attribution.of(creation.getType()).element() instanceof TypeElement type
        && !Constructors.hasPlainArguments(creation)
        && graph.hasStaticCode(type);
  }

  private boolean entersResumable(ExecutableElement target, boolean exact) {
    return graph.entered(target, exact).stream().anyMatch(resumableBodies::contains);
  }

  @Override
  public Optional<ExecutableElement> mobileForm(TypeElement type) {
    return Optional.ofNullable(mobileForms.get(type));
  }

  @Override
  public Optional<TypeMirror> mobileAnonymous(ObjectCreationExpr creation) {
    if (creation.getAnonymousClassBody().isEmpty()
        || !(Attribution.of(creation).element() instanceof ExecutableElement constructor)
        || !(constructor.getEnclosingElement() instanceof TypeElement type)
        || !(Attribution.of(creation.getType()).element() instanceof TypeElement original)) {
      return Optional.empty();
    }
    TypeElement mobile = jdk.mobile(original);
    return mobiles.of(type).stream()
        .filter(each -> ((DeclaredType) each).asElement().equals(mobile))
        .findFirst();
  }

  @Override
  public List<ExecutableElement> implicitCalls(Node node) {
    return isPinnedPlace(node)
        ? List.of()
        : graph.implicitCalls(node).stream().filter(each -> entersResumable(each, false)).toList();
  }

  @Override
  public @Nullable String helper(ExecutableElement callee) {
    JdkTwins.JdkTwin twin = graph.isSource(callee) ? null : jdk.of(callee);
    return twin == null ? null : twin.helper();
  }

  @Override
  public List<TypeMirror> mobileInterfaces(TypeElement type) {
    return mobiles.of(type);
  }

  @Override
  public boolean pollsAtEntry(MethodDeclaration method) {
    return contains(polling, method);
  }

  @Override
  public boolean isTask(TypeElement type) {
    return overrides.classes().contains(type)
        && !entries.taskMethods(type).isEmpty()
        && !(type.getSuperclass() instanceof DeclaredType parent
            && isTask((TypeElement) parent.asElement()));
  }

  @Override
  public List<List<ExecutableElement>> clashes(TypeElement type) {
    return clashes.of(type);
  }

  @Override
  public String twinName(ExecutableElement method) {
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      TypeElement made = (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
      return "new$" + elements.getBinaryName(made).toString().replace('.', '$');
    }
    return graph.isSource(method) || jdk.of(method) != null
        ? names.nameOf(method)
        : method.getSimpleName().toString();
  }

  private static boolean contains(Set<ExecutableElement> methods, MethodDeclaration method) {
    return Attribution.of(method).element() instanceof ExecutableElement element
        && methods.contains(element);
  }

  /** Tells whether something between a node and its method's body pins it. */
  private static boolean isPinnedPlace(Node node) {
    Optional<Node> place = node.getParentNode();
    while (place.isPresent()) {
      Node n = place.get();
      if (n instanceof LambdaExpr) {
        return !n.containsData(MobileLambda.KEY);
      } else if (n instanceof BodyDeclaration) {
        return isPinnedMember(n);
      }
      place = n.getParentNode();
    }
    return false;
  }

  // A method without a parent is a copy that has no place yet.
  private static boolean isPinnedMember(Node member) {
    Node parent = member.getParentNode().orElse(null);
    if (parent == null) {
      return false;
    }
    return !(member instanceof MethodDeclaration)
        || (parent instanceof TypeDeclaration && LocalTypes.isPinned(parent));
  }
}
