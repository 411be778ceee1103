package io.leverage.preprocessor.internal.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Finds the twins of the JDK's interfaces that the types of the sources must have as supertypes, so
 * that calls through the JDK's interfaces find the types' own twins.
 */
final class MobileInterfaces {
  private final Overrides overrides;
  private final Set<ExecutableElement> twins;
  private final JdkTwins jdk;
  private final Types types;

  MobileInterfaces(Overrides overrides, Set<ExecutableElement> twins, JdkTwins jdk, Types types) {
    this.overrides = overrides;
    this.twins = twins;
    this.jdk = jdk;
    this.types = types;
  }

  /** The twins, seen from the type, that it needs and does not inherit. */
  List<TypeMirror> of(TypeElement type) {
    Set<TypeElement> needed = needed(type);
    for (TypeElement parent : overrides.hierarchy(type)) {
      if (!parent.equals(type)) {
        needed.removeAll(needed(parent));
      }
    }
    List<TypeMirror> mobiles = new ArrayList<>();
    for (TypeElement original : needed) {
      TypeElement mobile = jdk.mobile(original);
      DeclaredType seen = parent(type.asType(), original);
      if (mobile != null && seen != null) {
        mobiles.add(
            types.getDeclaredType(mobile, seen.getTypeArguments().toArray(new TypeMirror[0])));
      }
    }
    return mobiles;
  }

  private Set<TypeElement> needed(TypeElement type) {
    Set<TypeElement> needed = new LinkedHashSet<>();
    if (overrides.classes().contains(type)) {
      for (TypeElement owner : overrides.hierarchy(type)) {
        for (ExecutableElement each : ElementFilter.methodsIn(owner.getEnclosedElements())) {
          if (twins.contains(each)) {
            jdk.overridden(each, type).forEach(twin -> needed.add(twin.original()));
          }
        }
      }
    }
    return needed;
  }

  private @Nullable DeclaredType parent(TypeMirror type, TypeElement wanted) {
    if (type instanceof DeclaredType declared && declared.asElement().equals(wanted)) {
      return declared;
    }
    for (TypeMirror each : types.directSupertypes(type)) {
      DeclaredType found = parent(each, wanted);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
