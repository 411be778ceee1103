package io.leverage.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The methods that run around tests, as JUnit 3, 4 and 5 name them. */
enum FixtureMethods {
  BEFORE_ALL("org.junit.BeforeClass", "org.junit.jupiter.api.BeforeAll", "", true),
  BEFORE_EACH("org.junit.Before", "org.junit.jupiter.api.BeforeEach", "setUp", true),
  AFTER_EACH("org.junit.After", "org.junit.jupiter.api.AfterEach", "tearDown", false),
  AFTER_ALL("org.junit.AfterClass", "org.junit.jupiter.api.AfterAll", "", false);

  private static final String JUNIT_3 = "junit.framework.TestCase";

  private final String junit4;
  private final String junit5;
  private final String junit3;
  private final boolean superclassFirst;

  FixtureMethods(String junit4, String junit5, String junit3, boolean superclassFirst) {
    this.junit4 = junit4;
    this.junit5 = junit5;
    this.junit3 = junit3;
    this.superclassFirst = superclassFirst;
  }

  /** Finds the methods in the order that they run in. */
  List<Method> of(Class<?> type) {
    List<Method> found = new ArrayList<>();
    boolean isJunit3 = false;
    List<Class<?>> hierarchy = new ArrayList<>();
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      isJunit3 |= each.getName().equals(JUNIT_3);
      hierarchy.add(each);
    }
    for (Class<?> each : hierarchy) {
      List<Method> here = new ArrayList<>();
      for (Method method : each.getDeclaredMethods()) {
        boolean overridden = found.stream().anyMatch(other -> overrides(other, method));
        if (isWanted(method, isJunit3) && !overridden) {
          here.add(method);
        }
      }
      here.sort(Comparator.comparing(Method::getName));
      found.addAll(superclassFirst ? 0 : found.size(), here);
    }
    return found;
  }

  private boolean isWanted(Method method, boolean isJunit3) {
    return method.getParameterCount() == 0
        && !method.isBridge()
        && (Arrays.stream(method.getAnnotations()).anyMatch(this::isOurs)
            || (isJunit3 && method.getName().equals(junit3)));
  }

  private boolean isOurs(Annotation annotation) {
    String name = annotation.annotationType().getName();
    return name.equals(junit4) || name.equals(junit5);
  }

  private static boolean overrides(Method one, Method other) {
    return one.getName().equals(other.getName()) && !Modifier.isPrivate(other.getModifiers());
  }
}
