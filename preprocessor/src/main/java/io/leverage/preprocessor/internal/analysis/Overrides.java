package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import io.leverage.preprocessor.internal.parse.Attribution;
import io.leverage.preprocessor.internal.parse.ParsedFile;
import io.leverage.preprocessor.internal.parse.ParsedProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Which methods of the sources override which.
 *
 * <p>The relation is taken class by class over all that a class inherits, because a class can make
 * a method that it inherits implement an interface that the method's own class has never heard of.
 */
final class Overrides {
  private final Types types;
  private final Elements elements;
  private final Set<TypeElement> classes = new LinkedHashSet<>();
  private final Set<TypeElement> pinned = new HashSet<>();
  private final Map<ExecutableElement, Set<ExecutableElement>> overriders = new HashMap<>();
  private final Map<ExecutableElement, Set<ExecutableElement>> overridden = new HashMap<>();

  Overrides(ParsedProgram program) {
    types = program.types();
    elements = program.elements();
    for (ParsedFile file : program.files()) {
      file.unit()
          .walk(
              node -> {
                if (node instanceof TypeDeclaration && node.containsData(Attribution.KEY)) {
                  TypeElement type = (TypeElement) Attribution.of(node).element();
                  classes.add(type);
                  if (LocalTypes.isPinned(node)) {
                    pinned.add(type);
                  }
                } else if (node instanceof MethodDeclaration
                    && Attribution.of(node).element() instanceof ExecutableElement method) {
                  classes.add((TypeElement) method.getEnclosingElement());
                }
              });
    }
    classes.forEach(this::relate);
  }

  /** All classes of the sources, local and anonymous ones included. */
  Set<TypeElement> classes() {
    return classes;
  }

  /** The methods that a call of a method may reach: itself and all its overriders. */
  Set<ExecutableElement> targets(ExecutableElement method) {
    Set<ExecutableElement> targets = new LinkedHashSet<>();
    targets.add(method);
    targets.addAll(overriders.getOrDefault(method, Set.of()));
    return targets;
  }

  /** The methods that a method overrides, in compiled classes too. */
  Set<ExecutableElement> overriddenBy(ExecutableElement method) {
    return overridden.getOrDefault(method, Set.of());
  }

  /** All methods of the sources that share a virtual call with one of the given ones. */
  Set<ExecutableElement> families(Set<ExecutableElement> methods) {
    Set<ExecutableElement> all = new HashSet<>(methods);
    List<ExecutableElement> work = new ArrayList<>(methods);
    while (!work.isEmpty()) {
      ExecutableElement next = work.remove(work.size() - 1);
      Set<ExecutableElement> related = new HashSet<>(overriddenBy(next));
      related.addAll(overriders.getOrDefault(next, Set.of()));
      for (ExecutableElement each : related) {
        if (classes.contains(each.getEnclosingElement()) && all.add(each)) {
          work.add(each);
        }
      }
    }
    return all;
  }

  private void relate(TypeElement type) {
    Map<String, List<ExecutableElement>> byName = new LinkedHashMap<>();
    for (TypeElement each : hierarchy(type)) {
      for (ExecutableElement method : ElementFilter.methodsIn(each.getEnclosedElements())) {
        if (!method.getModifiers().contains(Modifier.STATIC)
            && !method.getModifiers().contains(Modifier.PRIVATE)) {
          byName
              .computeIfAbsent(method.getSimpleName().toString(), key -> new ArrayList<>())
              .add(method);
        }
      }
    }
    for (List<ExecutableElement> methods : byName.values()) {
      for (ExecutableElement overrider : methods) {
        if (classes.contains(overrider.getEnclosingElement())) {
          methods.forEach(each -> relate(overrider, each, type));
        }
      }
    }
  }

  private void relate(ExecutableElement overrider, ExecutableElement each, TypeElement type) {
    if (!overrider.equals(each)
        && overrider.getParameters().size() == each.getParameters().size()
        && elements.overrides(overrider, each, type)) {
      overriders.computeIfAbsent(each, key -> new LinkedHashSet<>()).add(overrider);
      overridden.computeIfAbsent(overrider, key -> new LinkedHashSet<>()).add(each);
    }
  }

  /** A class and all that it inherits from. */
  Set<TypeElement> hierarchy(TypeElement type) {
    Set<TypeElement> all = new LinkedHashSet<>();
    collect(type.asType(), all);
    return all;
  }

  private void collect(TypeMirror type, Set<TypeElement> all) {
    if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && all.add(element)) {
      types.directSupertypes(type).forEach(each -> collect(each, all));
    }
  }

  /** Tells whether one method overrides another in a class that inherits both. */
  boolean overrides(ExecutableElement overrider, ExecutableElement method, TypeElement type) {
    return !overrider.equals(method) && elements.overrides(overrider, method, type);
  }

  /**
   * Tells whether a class is in code that can't be captured, or is anonymous, or in one that is.
   */
  boolean isLocal(Element type) {
    for (Element e = type; e != null && e.getKind() != ElementKind.PACKAGE; ) {
      if (e instanceof TypeElement each) {
        if (each.getNestingKind() == NestingKind.ANONYMOUS || pinned.contains(each)) {
          return true;
        }
      }
      e = e.getEnclosingElement();
    }
    return false;
  }
}
