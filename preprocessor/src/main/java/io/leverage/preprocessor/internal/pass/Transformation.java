package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import io.leverage.preprocessor.Diagnostic;
import io.leverage.preprocessor.internal.analysis.MobileLambda;
import io.leverage.preprocessor.internal.analysis.Plan;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Transforms one file: a resumable method becomes a fast body with a leading {@code Continuation},
 * and gets the frame class and the resume body that go with it; the original becomes a stub that
 * runs it pinned. A method that has a twin without being resumable gets one that forwards.
 */
public final class Transformation {
  private final CompilationUnit unit;
  private final Plan plan;
  private final Types types;
  private final Elements elements;
  private final Consumer<Diagnostic> diagnostics;
  private final Names names;
  private final LiftedTypes lifted = new LiftedTypes();
  private final TypeNames typeNames;
  private final Source source = new Source();
  private final Path file;
  private final List<MobileMethod> made = new ArrayList<>();

  private Transformation(
      CompilationUnit unit,
      Plan plan,
      Types types,
      Elements elements,
      Consumer<Diagnostic> diagnostics) {
    this.unit = unit;
    this.plan = plan;
    this.types = types;
    this.elements = elements;
    this.diagnostics = diagnostics;
    this.names = new Names(unit);
    this.typeNames = new TypeNames(types, lifted);
    this.file =
        unit.getStorage()
            .map(CompilationUnit.Storage::getPath)
            .orElseGet(() -> Path.of(unit.getPrimaryTypeName().orElse("Unknown") + ".java"));
  }

  /**
   * Transforms a file in place.
   *
   * @param unit its tree, with javac's attribution
   * @param plan what the analysis decided
   * @param types javac's operations on types
   * @param elements javac's operations on elements
   * @param diagnostics takes what can't be transformed
   * @return the methods and lambdas that are mobile now
   */
  public static List<MobileMethod> apply(
      CompilationUnit unit,
      Plan plan,
      Types types,
      Elements elements,
      Consumer<Diagnostic> diagnostics) {
    Transformation transformation = new Transformation(unit, plan, types, elements, diagnostics);
    transformation.run();
    return transformation.made;
  }

  /**
   * Forgets what was generated into a file that has been printed: the analysis holds the user's
   * methods, and they their classes, so that a large program would not fit into memory.
   */
  public static void release(CompilationUnit printed) {
    printed.findAll(TypeDeclaration.class).forEach(each -> each.getMembers().clear());
  }

  private void run() {
    List<ClassOrInterfaceDeclaration> holders =
        new LiftPass(unit, file, plan, names, typeNames, elements, lifted, source, diagnostics)
            .run();
    new ConstructorPass(plan, names, source, typeNames).apply(unit);
    MobileForms forms = new MobileForms(source, plan, types, typeNames, elements);
    ReferencePass.readScopes(unit);
    new AnonymousMembers(file, plan, types, elements, typeNames, diagnostics).refuse(unit);
    new IntersectionPass(plan, source, types, elements, typeNames).apply(unit);
    ReferencePass.apply(unit, names, source, types, typeNames, elements);
    ConcatenationPass.apply(unit, plan);
    MarkPass.mark(unit, plan, source, types, typeNames);
    SuperReferencePass.apply(unit, names, source, plan, types, typeNames);
    new SuperPass(plan, source).apply(unit);
    new IteratorPass(unit, plan, types).apply(source);
    ProxyPass.apply(unit, source);
    TracePass.apply(unit, source);
    new DiamondPass(plan, typeNames, source).apply(unit);
    List<Node> frames = new ArrayList<>(unit.findAll(Node.class, Transformation::hasFrame));
    Collections.reverse(frames); // what is inside a method goes first
    unit.findAll(ObjectCreationExpr.class)
        .forEach(new MobileTypes(source, plan, typeNames)::replace);
    List<TypeDeclaration<?>> declared = new ArrayList<>();
    unit.findAll(TypeDeclaration.class, each -> each.containsData(Attribution.KEY))
        .forEach(declared::add);
    LambdaTransformation lambdas =
        new LambdaTransformation(
            file, types, typeNames, elements, names, source, forms, diagnostics, made::add);
    for (Node each : frames) {
      if (each instanceof LambdaExpr lambda) {
        lambdas.transform(lambda);
      } else {
        transform((MethodDeclaration) each);
      }
    }
    for (TypeDeclaration<?> type : declared) {
      TypeElement element = (TypeElement) Objects.requireNonNull(Attribution.of(type).element());
      plan.mobileForm(element).ifPresent(method -> forms.add(type, element, method));
      new ClashingTwins(source, plan, types, typeNames).add(type, element);
      new MobileTypes(source, plan, typeNames).add(type, element);
      if (plan.isTask(element)) {
        new TaskEntry(source, plan, elements).add(type, element);
      }
    }
    holders.forEach(each -> LineMarks.insertInto(each, source));
  }

  private static boolean hasFrame(Node node) {
    return (node instanceof MethodDeclaration && node.containsData(Attribution.KEY))
        || (node instanceof LambdaExpr && node.containsData(MobileLambda.KEY));
  }

  private void transform(MethodDeclaration method) {
    ExecutableElement element =
        (ExecutableElement) Objects.requireNonNull(Attribution.of(method).element());
    if (!plan.hasTwin(element)) {
      return;
    }
    try {
      if (plan.isResumable(method) && isMember(method)) {
        resumable(method, element);
      } else {
        insertAfter(method, Twins.forwarding(method, plan.twinName(element), source));
      }
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          Source.fill(
              "internal error while transforming %s at %s:%d", element, file, Method.line(method)),
          e);
    }
  }

  private void resumable(MethodDeclaration original, ExecutableElement element) {
    boolean isConstructor = element.getKind() == ElementKind.CONSTRUCTOR;
    TypeElement owner = (TypeElement) Objects.requireNonNull(element.getEnclosingElement());
    MethodDeclaration fast = original.clone();
    fast.setParentNode(original.getParentNode().orElseThrow());
    Method method =
        new Method(
            fast,
            file,
            types,
            names,
            typeNames,
            source,
            diagnostics,
            Captured.in(original),
            isConstructor ? owner.asType() : element.getReturnType());
    String self = typeNames.erased(owner.asType());
    String displayName =
        elements.getBinaryName(owner)
            + "."
            + (isConstructor ? "<init>" : original.getNameAsString());
    String twin = isConstructor ? original.getNameAsString() : plan.twinName(element);
    List<BodyDeclaration<?>> members =
        new MethodTransformation(
                method,
                self,
                displayName,
                HostKind.of(original.getParentNode().orElseThrow()),
                made::add)
            .run(
                original.getName().getBegin().orElse(Position.HOME),
                plan.pollsAtEntry(original),
                MethodTransformation.version(original));
    fast.setParentNode(null);
    if (method.isRefused()) {
      return;
    }
    Twins.makeFast(fast, twin, source);
    insertAfter(original, fast);
    Twins.makeStub(original, twin, source);
    membersOf(original).addAll(members);
  }

  private static boolean isMember(MethodDeclaration method) {
    return method.getBody().isPresent();
  }

  private static void insertAfter(MethodDeclaration method, MethodDeclaration twin) {
    NodeList<BodyDeclaration<?>> members = membersOf(method);
    members.add(BlocksPass.indexOf(members, method) + 1, twin);
  }

  private static NodeList<BodyDeclaration<?>> membersOf(MethodDeclaration method) {
    return Host.membersOf(method.getParentNode().orElseThrow());
  }
}
