package io.leverage.preprocessor.internal.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Chooses the names of twins. A twin has its method's name, unless a method of that name takes
 * first something that a {@code Continuation}, or null, could be mistaken for; then overload
 * resolution could choose otherwise than in the original. Decided per name for the whole program,
 * so that all overriders agree. The names of the table of {@link JdkTwins} are fixed.
 */
final class TwinNames {
  private static final String CONTINUATION = "io.leverage.continuation.Continuation";

  private final JdkTwins jdk;
  private final Set<String> ambiguous = new HashSet<>();

  TwinNames(Overrides overrides, JdkTwins jdk, Types types, Elements elements) {
    this.jdk = jdk;
    TypeElement continuation = elements.getTypeElement(CONTINUATION);
    if (continuation == null) {
      return; // without the API on the class path there is nothing to link to
    }
    for (TypeElement type : overrides.classes()) {
      for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(type))) {
        if (accepts(method, continuation.asType(), types)) {
          ambiguous.add(method.getSimpleName().toString());
        }
      }
      noteNulls(ElementFilter.methodsIn(elements.getAllMembers(type)));
    }
  }

  // f(X), f(A, X): with a twin f(Continuation, X), the call f(null, x) could mean either
  private void noteNulls(List<ExecutableElement> methods) {
    Set<String> taken = new HashSet<>();
    for (ExecutableElement each : methods) {
      if (!each.getParameters().isEmpty()
          && !each.getParameters().get(0).asType().getKind().isPrimitive()) {
        taken.add(each.getSimpleName() + "/" + each.getParameters().size());
      }
    }
    for (ExecutableElement each : methods) {
      if (taken.contains(each.getSimpleName() + "/" + (each.getParameters().size() + 1))) {
        ambiguous.add(each.getSimpleName().toString());
      }
    }
  }

  String nameOf(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    return ambiguous.contains(name) || jdk.hasName(name) ? name + JdkTwins.SUFFIX : name;
  }

  private static boolean accepts(ExecutableElement method, TypeMirror continuation, Types types) {
    if (method.getParameters().isEmpty()) {
      return false;
    }
    TypeMirror first = types.erasure(method.getParameters().get(0).asType());
    boolean single = method.isVarArgs() && method.getParameters().size() == 1;
    return types.isAssignable(continuation, first)
        || (single
            && first instanceof ArrayType array
            && types.isAssignable(continuation, array.getComponentType()));
  }
}
