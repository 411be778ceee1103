package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The plan for one program. It answers by javac's elements and by where a node stands, not by which
 * node it is, so that it holds for copies of nodes too.
 */
final class ProgramPlan implements Plan {
  private final CallGraph graph;
  private final Overrides overrides;
  private final EntryPoints entries;
  private final TwinNames names;
  private final Set<ExecutableElement> resumable = new HashSet<>();
  private final Set<ExecutableElement> cyclic = new HashSet<>();
  private final Set<ExecutableElement> twins;
  private final TwinClashes clashes;

  ProgramPlan(
      CallGraph graph,
      Overrides overrides,
      EntryPoints entries,
      Resumability resumability,
      TwinNames names,
      Types types,
      Elements elements) {
    this.graph = graph;
    this.overrides = overrides;
    this.entries = entries;
    this.names = names;
    for (Body body : resumability.resumable()) {
      if (body.element() != null) {
        resumable.add(body.element());
        if (resumability.isCyclic(body)) {
          cyclic.add(body.element());
        }
      }
    }
    Set<ExecutableElement> wanted = new HashSet<>(resumable);
    wanted.addAll(entries.all());
    twins = overrides.families(wanted);
    clashes = new TwinClashes(overrides, twins, types, elements);
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
  public boolean isCheckpointable(Expression expression) {
    if (!(expression instanceof MethodCallExpr call)
        || !(Attribution.of(call).element() instanceof ExecutableElement target)
        || isPinnedPlace(call)) {
      return false;
    }
    if (graph.isCompiledSafepoint(target)) {
      return true;
    }
    boolean exact = call.getScope().map(Expression::isSuperExpr).orElse(false);
    return graph.isSource(target)
        && (exact
            ? resumable.contains(target)
            : overrides.targets(target).stream().anyMatch(resumable::contains));
  }

  @Override
  public boolean pollsAtEntry(MethodDeclaration method) {
    return contains(cyclic, method);
  }

  @Override
  public boolean isPinned(Statement statement) {
    return statement instanceof SynchronizedStmt || isPinnedPlace(statement);
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
    return graph.isSource(method) ? names.nameOf(method) : method.getSimpleName().toString();
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
      if (n instanceof SynchronizedStmt || n instanceof LambdaExpr) {
        return true;
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
        || !(parent instanceof TypeDeclaration)
        || (parent.containsData(Attribution.KEY)
            && Attribution.of(parent).element() instanceof TypeElement type
            && Overrides.isLocal(type));
  }
}
