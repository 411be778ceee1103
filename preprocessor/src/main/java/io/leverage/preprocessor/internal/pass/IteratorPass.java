package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import io.leverage.preprocessor.internal.analysis.MobileLambda;
import io.leverage.preprocessor.internal.analysis.Plan;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Lets code take iterators, enumerations and views of collections that can travel, where it may
 * hold them across a safepoint: in methods that can be captured, and wherever they leave a method.
 */
public final class IteratorPass {
  private static final String BUFFERED_READER = "java.io.BufferedReader";

  /** Classes of the JDK whose objects can't travel, and those of ours that can. */
  private static final Map<String, String> STAND_INS =
      Map.of(
          "java.util.StringTokenizer",
          "io.leverage.continuation.MobileTokenizer",
          BUFFERED_READER,
          "io.leverage.continuation.MobileBufferedReader");

  private final CompilationUnit unit;
  private final Plan plan;
  private final Types types;

  /**
   * Creates the pass.
   *
   * @param unit a file's tree, with javac's attribution
   * @param plan what the analysis decided
   * @param types javac's operations on types
   */
  public IteratorPass(CompilationUnit unit, Plan plan, Types types) {
    this.unit = unit;
    this.plan = plan;
    this.types = types;
  }

  /** Tells whether a file has a place that the pass rewrites. */
  public static boolean concerns(CompilationUnit unit, Plan plan, Types types) {
    IteratorPass pass = new IteratorPass(unit, plan, types);
    return pass.places().findAny().isPresent() || pass.extensions().findAny().isPresent();
  }

  /** Rewrites the places. */
  void apply(Source source) {
    for (Expression place : places().toList()) {
      if (place instanceof MethodCallExpr call) {
        call(call, source);
      } else if (place instanceof ObjectCreationExpr creation) {
        // new StringTokenizer(s) => new MobileTokenizer(s)
        creation.setType(standIn(creation, source));
      }
    }
    // class C extends BufferedReader => class C extends MobileBufferedReader
    extensions().forEach(type -> type.replace(Source.at(type, standIn(type, source))));
  }

  private static ClassOrInterfaceType standIn(Node node, Source source) {
    Attribution attribution = Attribution.of(node);
    String name = STAND_INS.get(String.valueOf(attribution.type()));
    Type type = source.type(Objects.requireNonNull(name));
    type.setData(Attribution.KEY, attribution);
    return type.asClassOrInterfaceType();
  }

  private Stream<ClassOrInterfaceType> extensions() {
    return Stream.concat(
            unit.findAll(ClassOrInterfaceDeclaration.class).stream()
                .filter(each -> !each.isInterface())
                .flatMap(each -> each.getExtendedTypes().stream()),
            unit.findAll(ObjectCreationExpr.class).stream()
                .filter(each -> each.getAnonymousClassBody().isPresent())
                .map(ObjectCreationExpr::getType))
        .filter(each -> each.containsData(Attribution.KEY))
        .filter(each -> String.valueOf(Attribution.of(each).type()).equals(BUFFERED_READER));
  }

  // c.iterator() => Iteration.iterator(c)
  // m.keySet() => Views.keySet(m)
  // Collections.enumeration(c) => Iteration.enumeration(c)
  private void call(MethodCallExpr call, Source source) {
    TravellingCall kind = TravellingCall.of(call, types).orElseThrow();
    Expression receiver = call.getScope().orElseThrow();
    call.setScope(new TypeExpr(source.type("io.leverage.continuation." + kind.owner())));
    if (!kind.isStatic()) {
      call.getArguments().add(0, receiver);
    }
  }

  private Stream<Expression> places() {
    return unit.findAll(Expression.class, this::isCandidate).stream().filter(this::mayBeHeld);
  }

  private boolean isCandidate(Expression e) {
    if (!e.containsData(Attribution.KEY)) {
      return false; // generated
    } else if (e instanceof ObjectCreationExpr creation) {
      TypeMirror type = Attribution.of(creation).type();
      return creation.getAnonymousClassBody().isEmpty()
          && type != null
          && STAND_INS.containsKey(type.toString());
    }
    return e instanceof MethodCallExpr call
        && !call.containsData(Marks.TWIN)
        && call.getScope().filter(scope -> !(scope instanceof SuperExpr)).isPresent()
        && TravellingCall.of(call, types).isPresent();
  }

  private boolean mayBeHeld(Expression e) {
    Optional<MethodCallExpr> outer = callOn(e);
    if (outer.isPresent()) {
      return (isCandidate(outer.get()) && mayBeHeld(outer.get()))
          || Stream.concat(Stream.of(outer.get()), outer.get().getArguments().stream())
              .anyMatch(Marks::isHot);
    }
    return isInMobileCode(e) ? Escape.isKept(e) : Escape.leaves(e);
  }

  /** Gets the call whose receiver an expression is. */
  private static Optional<MethodCallExpr> callOn(Expression e) {
    return e.getParentNode()
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast)
        .filter(call -> call.getScope().filter(scope -> Marks.same(scope, e)).isPresent());
  }

  private boolean isInMobileCode(Expression e) {
    for (Node each : Stream.iterate((Node) e, Node::hasParentNode, IteratorPass::parent).toList()) {
      if (each instanceof MethodDeclaration method) {
        return plan.isResumable(method);
      } else if (each.containsData(MobileLambda.KEY)) {
        return true;
      } else if (Marks.isForeign(each) && !(each instanceof LambdaExpr)) {
        return false;
      }
    }
    return false;
  }

  private static Node parent(Node node) {
    return node.getParentNode().orElseThrow();
  }
}
