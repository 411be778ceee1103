package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import io.leverage.preprocessor.internal.analysis.JdkTwins;
import io.leverage.preprocessor.internal.analysis.Plan;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The mobile forms of functional interfaces: sub-interfaces whose one abstract method is the twin,
 * so that a lambda can be the fast body. Those of the sources are members of the interface itself,
 * those of the JDK are in {@code io.leverage.continuation.twin}.
 */
final class MobileForms {
  private static final String NAME = "Mobile$";

  private final Source source;
  private final Plan plan;
  private final Types types;
  private final JdkTwins jdk;
  private final TypeNames names;

  MobileForms(Source source, Plan plan, Types types, TypeNames names, Elements elements) {
    this.source = source;
    this.plan = plan;
    this.types = types;
    this.jdk = new JdkTwins(types, elements);
    this.names = names;
  }

  /** Writes the mobile form of an interface's type. */
  String of(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    TypeElement mobile = jdk.mobile(element);
    String name =
        mobile == null
            ? element.getQualifiedName() + "." + NAME
            : mobile.getQualifiedName() + ".Lambda";
    String text = names.text(type);
    int arguments = text.indexOf('<');
    return arguments < 0 ? name : name + text.substring(arguments);
  }

  // interface I<T> { R m(P p); } => interface I<T> { R m(P p); interface Mobile$<T> extends I<T> {
  // R m(Continuation c$, P p); default R m(P p) { return m(Continuation.PINNED, p); } } }
  void add(TypeDeclaration<?> declaration, TypeElement type, ExecutableElement method) {
    ClassOrInterfaceDeclaration face = (ClassOrInterfaceDeclaration) declaration;
    DeclaredType self = (DeclaredType) type.asType();
    ExecutableType seen = (ExecutableType) types.asMemberOf(self, method);
    StringBuilder parameters = new StringBuilder();
    StringBuilder arguments = new StringBuilder("io.leverage.continuation.Continuation.PINNED");
    for (int i = 0; i < seen.getParameterTypes().size(); i++) {
      parameters.append(i == 0 ? "" : ", ");
      parameters.append(names.text(seen.getParameterTypes().get(i))).append(" p$").append(i);
      arguments.append(", p$").append(i);
    }
    String result = names.text(seen.getReturnType());
    JdkTwins.JdkTwin inherited = type.equals(method.getEnclosingElement()) ? null : jdk.of(method);
    String twin = inherited == null ? plan.twinName(method) : inherited.twinName();
    String thrown = thrown(seen.getThrownTypes().stream().map(names::text).toList());
    face.addMember(
        source.member(
            Source.fill(
                "%sinterface %s%s extends %s%s { %s %s(io.leverage.continuation.Continuation c$%s%s)"
                    + " %s; default %s %s(%s) %s { %s%s(%s); } }",
                Suppression.TEXT,
                NAME,
                typeParameters(face),
                names.text(self),
                inherited == null ? "" : ", " + names.text(seenFrom(self, inherited)),
                result,
                twin,
                parameters.isEmpty() ? "" : ", ",
                parameters,
                thrown,
                result,
                method.getSimpleName(),
                parameters,
                thrown,
                seen.getReturnType().getKind() == TypeKind.VOID ? "" : "return ",
                twin,
                arguments)));
  }

  // interface I<T> extends Function<T, T>: its mobile form is a MobileFunction<T, T>
  private DeclaredType seenFrom(DeclaredType self, JdkTwins.JdkTwin twin) {
    for (TypeMirror each : types.directSupertypes(self)) {
      DeclaredType parent = (DeclaredType) each;
      if (parent.asElement().equals(twin.original())) {
        return types.getDeclaredType(
            twin.mobile(), parent.getTypeArguments().toArray(new TypeMirror[0]));
      } else if (types.isSubtype(types.erasure(parent), types.erasure(twin.original().asType()))) {
        return seenFrom(parent, twin);
      }
    }
    throw new IllegalStateException(self + " does not extend " + twin.original());
  }

  private static String typeParameters(ClassOrInterfaceDeclaration face) {
    return face.getTypeParameters().isEmpty()
        ? ""
        : face.getTypeParameters().stream()
            .map(Object::toString)
            .collect(Collectors.joining(", ", "<", ">"));
  }

  private static String thrown(List<String> types) {
    return types.isEmpty() ? "" : "throws " + String.join(", ", types);
  }
}
