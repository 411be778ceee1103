package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import io.leverage.preprocessor.internal.analysis.Plan;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Gives the references to a superclass's methods that stay pinned a method to refer to. The method
 * that they name is a stub, which calls the twin of the object's own class.
 */
final class SuperReferencePass {
  private final Names names;
  private final Source source;
  private final Plan plan;
  private final Types types;
  private final TypeNames typeNames;

  private SuperReferencePass(
      Names names, Source source, Plan plan, Types types, TypeNames typeNames) {
    this.names = names;
    this.source = source;
    this.plan = plan;
    this.types = types;
    this.typeNames = typeNames;
  }

  static void apply(
      CompilationUnit unit,
      Names names,
      Source source,
      Plan plan,
      Types types,
      TypeNames typeNames) {
    SuperReferencePass pass = new SuperReferencePass(names, source, plan, types, typeNames);
    unit.findAll(MethodReferenceExpr.class, each -> each.getScope().isSuperExpr())
        .forEach(pass::bridge);
  }

  // super::m => this::m$super, where R m$super(P p) { return super.m(Continuation.PINNED, p); }
  private void bridge(MethodReferenceExpr reference) {
    if (!(Attribution.of(reference).element() instanceof ExecutableElement callee)
        || !plan.isResumable(callee)) {
      return;
    }
    SuperExpr scope = reference.getScope().asSuperExpr();
    // The class whose super it is, for I.super too.
    Element owner = Objects.requireNonNull(Attribution.of(scope).element()).getEnclosingElement();
    boolean ofInterface =
        types.asElement(Objects.requireNonNull(Attribution.of(scope).type()))
                instanceof TypeElement type
            && type.getKind().isInterface();
    Node host = host(reference, (TypeElement) Objects.requireNonNull(owner));
    String name = names.fresh(callee.getSimpleName() + "$super");
    String target = (ofInterface ? scope.toString() : "super") + "." + plan.twinName(callee);
    Host.membersOf(host).add(method(callee, (TypeElement) owner, name, target));
    ThisExpr self = new ThisExpr();
    if (!ofInterface) {
      scope.getTypeName().ifPresent(each -> self.setTypeName(each.clone()));
    }
    self.setData(Attribution.KEY, Attribution.of(scope));
    reference.setScope(Source.at(scope, self));
    reference.setIdentifier(name);
  }

  private static Node host(Node reference, TypeElement owner) {
    Node each = reference;
    do {
      each = each.getParentNode().orElseThrow();
    } while (!isClass(each) || !Host.element(each).equals(owner));
    return each;
  }

  private static boolean isClass(Node node) {
    return (node instanceof TypeDeclaration && node.containsData(Attribution.KEY))
        || (node instanceof ObjectCreationExpr creation
            && creation.getAnonymousClassBody().isPresent())
        || (node instanceof EnumConstantDeclaration constant && !constant.getClassBody().isEmpty());
  }

  private BodyDeclaration<?> method(
      ExecutableElement callee, TypeElement owner, String name, String target) {
    ExecutableType seen = (ExecutableType) types.asMemberOf((DeclaredType) owner.asType(), callee);
    List<String> parameters = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    arguments.add("io.leverage.continuation.Continuation.PINNED");
    for (TypeMirror type : seen.getParameterTypes()) {
      String parameter = names.fresh("p$");
      String text = typeNames.text(type);
      boolean isLast = parameters.size() == seen.getParameterTypes().size() - 1;
      parameters.add(
          (callee.isVarArgs() && isLast ? text.substring(0, text.length() - 2) + "..." : text)
              + " "
              + parameter);
      arguments.add(parameter);
    }
    String thrown =
        seen.getThrownTypes().stream().map(typeNames::text).collect(Collectors.joining(", "));
    return source.member(
        Source.fill(
            "%sprivate %s%s %s(%s)%s { %s%s(%s); }",
            Suppression.TEXT,
            typeParameters(seen),
            typeNames.text(seen.getReturnType()),
            name,
            String.join(", ", parameters),
            thrown.isEmpty() ? "" : " throws " + thrown,
            seen.getReturnType().getKind() == TypeKind.VOID ? "" : "return ",
            target,
            String.join(", ", arguments)));
  }

  private String typeParameters(ExecutableType method) {
    return method.getTypeVariables().isEmpty()
        ? ""
        : method.getTypeVariables().stream()
            .map(each -> each + " extends " + bounds(each.getUpperBound()))
            .collect(Collectors.joining(", ", "<", "> "));
  }

  private String bounds(TypeMirror bound) {
    return bound instanceof IntersectionType all
        ? all.getBounds().stream().map(typeNames::text).collect(Collectors.joining(" & "))
        : typeNames.text(bound);
  }
}
