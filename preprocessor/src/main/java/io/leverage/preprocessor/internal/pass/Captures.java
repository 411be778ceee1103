package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** The variables of a method that its local types capture, and which type needs which. */
final class Captures {
  private final Map<Element, Attribution> variables = new LinkedHashMap<>();
  private final Map<TypeElement, Set<Element>> needs = new LinkedHashMap<>();

  Captures(List<TypeDeclaration<?>> types) {
    Map<TypeElement, Set<TypeElement>> mentions = new LinkedHashMap<>();
    for (TypeDeclaration<?> type : types) {
      needs.put(element(type), captured(type));
    }
    for (TypeDeclaration<?> type : types) {
      mentions.put(element(type), mentioned(type));
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map.Entry<TypeElement, Set<TypeElement>> entry : mentions.entrySet()) {
        for (TypeElement other : entry.getValue()) {
          changed |= of(entry.getKey()).addAll(Set.copyOf(of(other)));
        }
      }
    }
  }

  static TypeElement element(TypeDeclaration<?> type) {
    return (TypeElement) Objects.requireNonNull(Attribution.of(type).element());
  }

  /** Gets all captured variables with what javac knows about them. */
  Map<Element, Attribution> variables() {
    return variables;
  }

  /** Tells whether a type is one of those that were looked at. */
  boolean isKnown(TypeElement type) {
    return needs.containsKey(type);
  }

  /** Gets the variables that an object of a type needs, those of the types in it included. */
  Set<Element> of(TypeElement type) {
    return needs.getOrDefault(type, Set.of());
  }

  private Set<Element> captured(TypeDeclaration<?> type) {
    Set<Element> own = Captured.declaredIn(type);
    Set<Element> captured = new LinkedHashSet<>();
    for (NameExpr use : type.findAll(NameExpr.class)) {
      if (use.containsData(Attribution.KEY)
          && Method.isLocal(Attribution.of(use).element())
          && !own.contains(Attribution.of(use).element())) {
        Element variable = Objects.requireNonNull(Attribution.of(use).element());
        captured.add(variable);
        variables.putIfAbsent(variable, Attribution.of(use));
      }
    }
    return captured;
  }

  private Set<TypeElement> mentioned(TypeDeclaration<?> type) {
    Set<TypeElement> mentioned = new HashSet<>();
    for (ClassOrInterfaceType use : type.findAll(ClassOrInterfaceType.class)) {
      if (use.containsData(Attribution.KEY)
          && Attribution.of(use).type() instanceof DeclaredType declared
          && needs.containsKey(declared.asElement())) {
        mentioned.add((TypeElement) declared.asElement());
      }
    }
    mentioned.remove(element(type));
    return mentioned;
  }
}
