package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import io.leverage.preprocessor.Diagnostic;
import io.leverage.preprocessor.internal.analysis.Plan;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
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
  private final Source source = new Source();
  private final Path file;

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
   */
  public static void apply(
      CompilationUnit unit,
      Plan plan,
      Types types,
      Elements elements,
      Consumer<Diagnostic> diagnostics) {
    new Transformation(unit, plan, types, elements, diagnostics).run();
  }

  private void run() {
    List<MethodDeclaration> methods = new ArrayList<>(unit.findAll(MethodDeclaration.class));
    methods.forEach(each -> MarkPass.mark(each, plan));
    new IteratorPass(unit, plan, types).apply(source);
    Collections.reverse(methods); // a class inside a method goes first
    List<TypeDeclaration<?>> declared = new ArrayList<>();
    unit.findAll(TypeDeclaration.class).forEach(declared::add);
    for (MethodDeclaration method : methods) {
      transform(method);
    }
    for (TypeDeclaration<?> type : declared) {
      TypeElement element = (TypeElement) Objects.requireNonNull(Attribution.of(type).element());
      new ClashingTwins(source, plan, types).add(type, element);
      if (plan.isTask(element)) {
        new TaskEntry(source, plan, elements).add(type, element);
      }
    }
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
    MethodDeclaration fast = original.clone();
    fast.setParentNode(original.getParentNode().orElseThrow());
    Method method = new Method(fast, file, types, names, source, diagnostics);
    TypeElement owner = (TypeElement) Objects.requireNonNull(element.getEnclosingElement());
    String self = new TypeNames(types).erased(owner.asType());
    String displayName = elements.getBinaryName(owner) + "." + original.getNameAsString();
    List<BodyDeclaration<?>> members =
        new MethodTransformation(method, self, displayName, owner.getKind().isInterface())
            .run(plan.pollsAtEntry(original), MethodTransformation.version(original));
    fast.setParentNode(null);
    if (method.isRefused()) {
      return;
    }
    Twins.makeFast(fast, plan.twinName(element), source);
    insertAfter(original, fast);
    Twins.makeStub(original, plan.twinName(element), source);
    membersOf(original).addAll(members);
  }

  private static boolean isMember(MethodDeclaration method) {
    Node each = method.getParentNode().orElseThrow();
    while (each instanceof TypeDeclaration<?> && each.getParentNode().isPresent()) {
      each = each.getParentNode().get();
    }
    return each instanceof CompilationUnit
        && !method.hasModifier(Modifier.Keyword.SYNCHRONIZED)
        && method.getBody().isPresent();
  }

  private static void insertAfter(MethodDeclaration method, MethodDeclaration twin) {
    NodeList<BodyDeclaration<?>> members = membersOf(method);
    members.add(BlocksPass.indexOf(members, method) + 1, twin);
  }

  private static NodeList<BodyDeclaration<?>> membersOf(MethodDeclaration method) {
    Node parent = method.getParentNode().orElseThrow();
    if (parent instanceof TypeDeclaration<?> type) {
      return type.getMembers();
    } else if (parent instanceof com.github.javaparser.ast.expr.ObjectCreationExpr creation) {
      return creation.getAnonymousClassBody().orElseThrow();
    }
    return ((com.github.javaparser.ast.body.EnumConstantDeclaration) parent).getClassBody();
  }
}
