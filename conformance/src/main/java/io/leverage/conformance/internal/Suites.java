package io.leverage.conformance.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The suites of JUnit 3: a class may say itself which tests it has, as objects. Each call gives
 * fresh ones, in the same order.
 */
final class Suites {
  private static final String SUITE = "junit.framework.TestSuite";
  private static final String TEST = "junit.framework.TestCase";

  private Suites() {}

  /** Tells whether a class has a suite. */
  static boolean isIn(Class<?> type) {
    return method(type) != null;
  }

  private static @Nullable Method method(Class<?> type) {
    try {
      Method suite = type.getDeclaredMethod("suite");
      return Modifier.isStatic(suite.getModifiers())
              && Modifier.isPublic(suite.getModifiers())
              && suite.getReturnType().getPackageName().equals("junit.framework")
          ? suite
          : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  /**
   * Gets the tests of a class's suite, and of the suites in it. Other classes are left out: their
   * tests are found there.
   */
  static List<Object> tests(Class<?> type) throws Throwable {
    Method suite = method(type);
    if (suite == null) {
      throw new NoSuchMethodException(type.getName() + ".suite");
    }
    List<Object> tests = new ArrayList<>();
    try {
      add(suite.invoke(null), tests);
    } catch (InvocationTargetException e) {
      throw TestClass.cause(e);
    }
    tests.removeIf(test -> test.getClass() != type && test.getClass().getEnclosingClass() == null);
    // Suites that are made by reflection have no order of their own: it differs between processes.
    tests.sort(Comparator.comparing(Object::toString));
    return tests;
  }

  private static void add(Object test, List<Object> tests) throws ReflectiveOperationException {
    if (is(test, SUITE)) {
      Enumeration<?> parts = (Enumeration<?>) test.getClass().getMethod("tests").invoke(test);
      for (Object each : Collections.list(parts)) {
        add(each, tests);
      }
    } else if (is(test, TEST)) {
      tests.add(test);
    }
  }

  private static boolean is(Object object, String type) {
    return TestClass.isA(object.getClass(), type);
  }

  /** Gets the name of the method that a test runs. */
  static String name(Object test) throws ReflectiveOperationException {
    return String.valueOf(test.getClass().getMethod("getName").invoke(test));
  }
}
