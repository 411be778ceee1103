package io.leverage.preprocessor.internal.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/**
 * Where virtual threads begin: {@code main}, the tasks, and what is marked {@code Checkpointable}.
 */
final class EntryPoints {
  private static final String MARK = "io.leverage.Checkpointable";

  private final Overrides overrides;
  private final List<EntryRule> rules;
  private final Set<ExecutableElement> mains = new LinkedHashSet<>();
  private final Set<ExecutableElement> tasks = new LinkedHashSet<>();
  private final Set<ExecutableElement> marked = new LinkedHashSet<>();

  EntryPoints(Overrides overrides, List<EntryRule> rules) {
    this.overrides = overrides;
    this.rules = rules;
    for (TypeElement type : overrides.classes()) {
      if (!overrides.isLocal(type)) {
        ElementFilter.methodsIn(type.getEnclosedElements()).forEach(this::add);
        tasks.addAll(taskMethods(type));
      }
    }
  }

  Set<ExecutableElement> mains() {
    return mains;
  }

  /** The entry points beside {@code main}. */
  Set<ExecutableElement> threads() {
    Set<ExecutableElement> all = new LinkedHashSet<>(tasks);
    all.addAll(marked);
    return all;
  }

  Set<ExecutableElement> all() {
    Set<ExecutableElement> all = new LinkedHashSet<>(mains);
    all.addAll(threads());
    return all;
  }

  /** The methods of the sources that are run when an object of a class is run as a task. */
  Set<ExecutableElement> taskMethods(TypeElement type) {
    Set<ExecutableElement> found = new LinkedHashSet<>();
    if (type.getKind() == ElementKind.INTERFACE || overrides.isLocal(type)) {
      return found;
    }
    Set<TypeElement> hierarchy = overrides.hierarchy(type);
    for (TypeElement each : hierarchy) {
      if (!isTaskInterface(each)) {
        continue;
      }
      ExecutableElement run = ElementFilter.methodsIn(each.getEnclosedElements()).get(0);
      hierarchy.stream()
          .flatMap(owner -> ElementFilter.methodsIn(owner.getEnclosedElements()).stream())
          .filter(method -> overrides.overriddenBy(method).contains(run))
          .filter(method -> !method.getModifiers().contains(Modifier.ABSTRACT))
          .findFirst()
          .ifPresent(found::add);
    }
    return found;
  }

  private static boolean isTaskInterface(TypeElement type) {
    return type.getQualifiedName().contentEquals(Callable.class.getName())
        || type.getQualifiedName().contentEquals(Runnable.class.getName());
  }

  private void add(ExecutableElement method) {
    if (isMain(method)) {
      mains.add(method);
    }
    if (isMarked(method) || rules.stream().anyMatch(rule -> rule.matches(method, overrides))) {
      marked.add(method);
    }
  }

  private static boolean isMain(ExecutableElement method) {
    return method.getSimpleName().contentEquals("main")
        && method.getModifiers().contains(Modifier.STATIC)
        && method.getModifiers().contains(Modifier.PUBLIC)
        && method.getReturnType().getKind() == TypeKind.VOID
        && method.getParameters().size() == 1
        && method.getParameters().get(0).asType() instanceof ArrayType array
        && array.getComponentType().toString().equals("java.lang.String");
  }

  static boolean isMarked(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .anyMatch(each -> each.getAnnotationType().toString().equals(MARK));
  }
}
