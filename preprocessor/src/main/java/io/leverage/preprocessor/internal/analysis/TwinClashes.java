package io.leverage.preprocessor.internal.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Finds types that inherit the same method from unrelated interfaces without declaring it.
 *
 * <p>That is fine in the original, where the methods are abstract. Their twins are default methods,
 * and two of those clash.
 */
final class TwinClashes {
  private final Overrides overrides;
  private final Set<ExecutableElement> twins;
  private final Types types;
  private final Elements elements;

  TwinClashes(Overrides overrides, Set<ExecutableElement> twins, Types types, Elements elements) {
    this.overrides = overrides;
    this.twins = twins;
    this.types = types;
    this.elements = elements;
  }

  /** The groups of methods of which a type inherits several unrelated twins. */
  List<List<ExecutableElement>> of(TypeElement type) {
    Map<String, List<ExecutableElement>> groups = new LinkedHashMap<>();
    for (TypeElement owner : overrides.hierarchy(type)) {
      for (ExecutableElement each : ElementFilter.methodsIn(owner.getEnclosedElements())) {
        if (twins.contains(each) && isInherited(each)) {
          groups.computeIfAbsent(signature(type, each), key -> new ArrayList<>()).add(each);
        }
      }
    }
    List<List<ExecutableElement>> clashes = new ArrayList<>();
    for (List<ExecutableElement> group : groups.values()) {
      List<ExecutableElement> nearest =
          group.stream()
              .filter(each -> group.stream().noneMatch(other -> hides(other, each, type)))
              .toList();
      if (nearest.size() > 1 && nearest.stream().allMatch(TwinClashes::isOfInterface)) {
        clashes.add(nearest);
      }
    }
    return clashes;
  }

  private static boolean isInherited(ExecutableElement method) {
    return !method.getModifiers().contains(Modifier.STATIC)
        && !method.getModifiers().contains(Modifier.PRIVATE);
  }

  private static boolean isOfInterface(ExecutableElement method) {
    return method.getEnclosingElement() instanceof TypeElement owner
        && owner.getKind().isInterface();
  }

  // The type's own declaration hides all, that of a class hides those of interfaces.
  private boolean hides(ExecutableElement other, ExecutableElement each, TypeElement type) {
    return !other.equals(each) && elements.overrides(other, each, type);
  }

  private String signature(TypeElement type, ExecutableElement twin) {
    return twin.getSimpleName()
        + types
            .erasure(types.asMemberOf((DeclaredType) type.asType(), twin))
            .toString()
            .replaceFirst("\\).*", ")");
  }
}
