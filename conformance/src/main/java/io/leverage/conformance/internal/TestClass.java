package io.leverage.conformance.internal;

import io.leverage.conformance.internal.TestSpec.Style;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the tests of a class, and what it can't run of them. */
final class TestClass {
  private static final String JUPITER = "org.junit.jupiter.";
  private static final Set<String> SKIPPED = Set.of("org.junit.Ignore", JUPITER + "api.Disabled");
  private static final Set<String> NOT_RUN =
      Set.of(
          "org.junit.Rule",
          "org.junit.ClassRule",
          JUPITER + "api.io.TempDir",
          JUPITER + "api.TestFactory",
          JUPITER + "api.RepeatedTest",
          JUPITER + "api.TestTemplate",
          JUPITER + "api.extension.ExtendWith",
          JUPITER + "api.extension.RegisterExtension",
          JUPITER + "api.condition.EnabledIf",
          JUPITER + "api.condition.DisabledIf",
          "org.junit.experimental.theories.Theory");

  private final Class<?> type;
  private final List<TestSpec> tests = new ArrayList<>();
  private final Map<String, Integer> leftOut = new TreeMap<>();

  private TestClass(Class<?> type) {
    this.type = type;
  }

  static TestClass of(Class<?> type) throws Throwable {
    TestClass found = new TestClass(type);
    found.find();
    return found;
  }

  List<TestSpec> tests() {
    return tests;
  }

  /** How many methods are left out, by the reason. */
  Map<String, Integer> leftOut() {
    return leftOut;
  }

  private void find() throws Throwable {
    if (Modifier.isAbstract(type.getModifiers()) || type.isInterface()) {
      return;
    }
    if (Suites.isIn(type)) {
      List<Object> suite = Suites.tests(type);
      for (int i = 0; i < suite.size(); i++) {
        tests.add(TestSpec.ofSuite(suite.get(i), Suites.name(suite.get(i)), i));
      }
      return;
    }
    List<Method> methods = testMethods();
    if (methods.isEmpty()) {
      return;
    }
    String reason = reasonOfClass();
    if (reason != null) {
      leftOut.merge(reason, methods.size(), Integer::sum);
      return;
    }
    int objects = isParameterized() ? ArgumentSets.ofClass(type).size() : 0;
    for (Method method : methods) {
      String why = reason(method);
      if (why != null) {
        leftOut.merge(why, 1, Integer::sum);
      } else {
        add(method, objects);
      }
    }
  }

  private void add(Method method, int objects) throws Throwable {
    Style style = style(method);
    if (method.getParameterCount() > 0) {
      int sets = ArgumentSets.ofMethod(method, type).size();
      for (int i = 0; i < sets; i++) {
        tests.add(TestSpec.of(method, style, i, -1, null));
      }
    } else if (isParameterized()) {
      for (int i = 0; i < objects; i++) {
        tests.add(TestSpec.of(method, style, -1, i, expected(method)));
      }
    } else {
      tests.add(TestSpec.of(method, style, -1, -1, expected(method)));
    }
  }

  private List<Method> testMethods() {
    Map<String, Method> found = new TreeMap<>();
    Set<String> overridden = new HashSet<>();
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      Method[] methods = each.getDeclaredMethods();
      Arrays.sort(methods, Comparator.comparing(Method::toString));
      for (Method method : methods) {
        String signature = method.getName() + Arrays.toString(method.getParameterTypes());
        if (!method.isBridge() && overridden.add(signature) && isTest(method)) {
          found.put(signature, method);
        }
      }
    }
    return List.copyOf(found.values());
  }

  private boolean isTest(Method method) {
    return isJunit3(type)
        ? method.getName().startsWith("test")
            && method.getParameterCount() == 0
            && Modifier.isPublic(method.getModifiers())
            && method.getReturnType() == void.class
        : has(method, "org.junit.Test")
            || has(method, JUPITER + "api.Test")
            || has(method, JUPITER + "params.ParameterizedTest")
            || NOT_RUN.stream().anyMatch(name -> !name.contains("Rule") && has(method, name));
  }

  private Style style(Method method) {
    if (isJunit3(type)) {
      return Style.JUNIT_3;
    }
    return has(method, "org.junit.Test") ? Style.JUNIT_4 : Style.JUNIT_5;
  }

  private static boolean isJunit3(Class<?> type) {
    return isA(type, "junit.framework.TestCase");
  }

  /** Tells whether a class is another, or extends it. */
  static boolean isA(Class<?> type, String name) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (each.getName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private boolean isParameterized() {
    return runner().endsWith(".Parameterized");
  }

  private String runner() {
    for (Annotation each : type.getAnnotations()) {
      if (each.annotationType().getName().equals("org.junit.runner.RunWith")) {
        try {
          return ((Class<?>) each.annotationType().getMethod("value").invoke(each)).getName();
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return "";
  }

  private @Nullable String reasonOfClass() {
    if (!runner().isEmpty() && !isParameterized()) {
      return "runner " + runner();
    } else if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
      return "nested class";
    } else if (type.isLocalClass() || type.isAnonymousClass()) {
      return "local class";
    }
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      String reason = reason(each);
      for (AnnotatedElement field : each.getDeclaredFields()) {
        reason = reason == null ? reason(field) : reason;
      }
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }

  private @Nullable String reason(AnnotatedElement element) {
    for (Annotation each : element.getAnnotations()) {
      String name = each.annotationType().getName();
      if (SKIPPED.contains(name)) {
        return "skipped by its authors";
      } else if (NOT_RUN.contains(name)) {
        return "@" + each.annotationType().getSimpleName();
      }
    }
    if (element instanceof Method method && method.getParameterCount() > 0) {
      return ArgumentSets.understands(method) ? null : "other sources of arguments";
    }
    return null;
  }

  private static @Nullable String expected(Method method) throws ReflectiveOperationException {
    for (Annotation each : method.getAnnotations()) {
      if (each.annotationType().getName().equals("org.junit.Test")) {
        Class<?> type = (Class<?>) each.annotationType().getMethod("expected").invoke(each);
        return type.getName().endsWith("$None") ? null : type.getName();
      }
    }
    return null;
  }

  private static boolean has(AnnotatedElement element, String name) {
    return Arrays.stream(element.getAnnotations())
        .anyMatch(each -> each.annotationType().getName().equals(name));
  }

  static Throwable cause(Throwable t) {
    return t instanceof InvocationTargetException && t.getCause() != null ? t.getCause() : t;
  }
}
