package io.leverage.preprocessor.internal.analysis;

import io.leverage.preprocessor.UsageException;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * A rule for what is an entry point: the methods with an annotation, or the methods of a type and
 * its subtypes whose names match a pattern.
 *
 * @param type the annotation, or the type
 * @param name the pattern of the names; empty for an annotation
 */
record EntryRule(String type, String name) {
  private static final Pattern SYNTAX =
      Pattern.compile("(?<type>[\\w.$]+)(?:#(?<name>[\\w$]+\\*?))?");

  static List<EntryRule> of(List<String> rules) {
    return rules.stream().map(EntryRule::of).toList();
  }

  private static EntryRule of(String rule) {
    var matcher = SYNTAX.matcher(rule);
    if (!matcher.matches()) {
      throw new UsageException(
          "'" + rule + "' is no entry point: give an annotation, or TYPE#NAME, or TYPE#PREFIX*");
    }
    String name = matcher.group("name");
    return new EntryRule(matcher.group("type"), name == null ? "" : name);
  }

  boolean matches(ExecutableElement method, Overrides overrides) {
    if (method.getModifiers().contains(Modifier.ABSTRACT)) {
      return false;
    }
    return name.isEmpty() ? isAnnotated(method) : hasName(method) && isMember(method, overrides);
  }

  private boolean isAnnotated(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .anyMatch(
            each ->
                each.getAnnotationType().asElement() instanceof TypeElement annotation
                    && annotation.getQualifiedName().contentEquals(type));
  }

  private boolean hasName(ExecutableElement method) {
    String actual = method.getSimpleName().toString();
    return name.endsWith("*")
        ? actual.startsWith(name.substring(0, name.length() - 1))
        : actual.equals(name);
  }

  private boolean isMember(ExecutableElement method, Overrides overrides) {
    return method.getEnclosingElement() instanceof TypeElement owner
        && overrides.hierarchy(owner).stream()
            .anyMatch(each -> each.getQualifiedName().contentEquals(type));
  }
}
