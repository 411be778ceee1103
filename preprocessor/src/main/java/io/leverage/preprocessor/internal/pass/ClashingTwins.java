package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.body.TypeDeclaration;
import io.leverage.preprocessor.internal.analysis.Plan;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Gives a type that inherits unrelated twins of one method a twin of its own. */
final class ClashingTwins {
  private final Source source;
  private final Plan plan;
  private final Types types;
  private final TypeNames names;

  ClashingTwins(Source source, Plan plan, Types types, TypeNames names) {
    this.source = source;
    this.plan = plan;
    this.types = types;
    this.names = names;
  }

  // class T implements I, J { } => class T implements I, J { R m(Continuation c$, P p) { return
  // m(p); } }
  void add(TypeDeclaration<?> type, TypeElement element) {
    for (List<ExecutableElement> group : plan.clashes(element)) {
      type.addMember(source.member(twin(element, group)));
    }
  }

  private String twin(TypeElement owner, List<ExecutableElement> group) {
    List<ExecutableType> seen =
        group.stream()
            .map(each -> (ExecutableType) types.asMemberOf((DeclaredType) owner.asType(), each))
            .toList();
    int chosen = mostSpecific(seen);
    ExecutableElement method = group.get(chosen);
    ExecutableType type = seen.get(chosen);
    StringBuilder parameters = new StringBuilder("io.leverage.continuation.Continuation c$");
    StringBuilder arguments = new StringBuilder();
    for (int i = 0; i < type.getParameterTypes().size(); i++) {
      parameters.append(", ").append(names.text(type.getParameterTypes().get(i))).append(" p$" + i);
      arguments.append(i == 0 ? "p$" : ", p$").append(i);
    }
    return Source.fill(
        "%spublic %s %s %s %s(%s) %s { %s%s%s(%s); }",
        Suppression.TEXT,
        owner.getKind().isInterface() ? "default" : "",
        typeParameters(type),
        names.text(type.getReturnType()),
        plan.twinName(method),
        parameters,
        thrown(type, seen),
        type.getReturnType().getKind() == TypeKind.VOID ? "" : "return ",
        scope(owner, group, method),
        method.getSimpleName(),
        arguments);
  }

  // A call is ambiguous where only the type's arguments make the methods alike.
  private String scope(TypeElement owner, List<ExecutableElement> group, ExecutableElement method) {
    long signatures = group.stream().map(each -> erasedParameters(each)).distinct().count();
    TypeMirror parent =
        supertype(owner.asType(), Objects.requireNonNull(method.getEnclosingElement()));
    return signatures == 1 || parent == null ? "" : "((" + names.text(parent) + ") this).";
  }

  private List<String> erasedParameters(ExecutableElement method) {
    return method.getParameters().stream()
        .map(each -> types.erasure(each.asType()).toString())
        .toList();
  }

  private @Nullable TypeMirror supertype(TypeMirror type, Element wanted) {
    if (type instanceof DeclaredType declared && declared.asElement().equals(wanted)) {
      return type;
    }
    for (TypeMirror parent : types.directSupertypes(type)) {
      TypeMirror found = supertype(parent, wanted);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private int mostSpecific(List<ExecutableType> seen) {
    for (int i = 0; i < seen.size(); i++) {
      TypeMirror result = seen.get(i).getReturnType();
      if (seen.stream().allMatch(each -> isBelow(result, each.getReturnType()))) {
        return i;
      }
    }
    return 0;
  }

  private boolean isBelow(TypeMirror result, TypeMirror other) {
    return result.getKind() == TypeKind.VOID
        || result.getKind().isPrimitive()
        || types.isSubtype(result, other);
  }

  private String typeParameters(ExecutableType type) {
    return type.getTypeVariables().isEmpty()
        ? ""
        : type.getTypeVariables().stream()
            .map(each -> names.text(each) + " extends " + bounds(each))
            .collect(Collectors.joining(", ", "<", ">"));
  }

  private String bounds(TypeVariable variable) {
    return variable.getUpperBound() instanceof javax.lang.model.type.IntersectionType several
        ? several.getBounds().stream().map(names::text).collect(Collectors.joining(" & "))
        : names.text(variable.getUpperBound());
  }

  // What a call may throw that could mean any of the methods (JLS 15.12.2.5).
  private String thrown(ExecutableType type, List<ExecutableType> seen) {
    String list =
        type.getThrownTypes().stream()
            .filter(each -> seen.stream().allMatch(other -> allows(other, each)))
            .map(names::text)
            .collect(Collectors.joining(", "));
    return list.isEmpty() ? "" : "throws " + list;
  }

  private boolean allows(ExecutableType method, TypeMirror thrown) {
    return method.getThrownTypes().stream().anyMatch(each -> types.isSubtype(thrown, each));
  }
}
