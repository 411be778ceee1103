package io.leverage.conformance.internal;

import io.leverage.junit.TestCall;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One test: a method, with one of its sets of arguments.
 *
 * @param declaring the class that declares the method
 * @param method its name
 * @param parameters the names of the types of its parameters
 * @param methodArguments which arguments it gets; -1 if it has none
 * @param objectArguments which arguments its object gets; -1 if it has none
 * @param suite the place of its object in the suite of its class; -1 if it is in none
 * @param expected the exception that it must end with; null if it must return
 * @param style how it is written
 */
record TestSpec(
    String declaring,
    String method,
    List<String> parameters,
    int methodArguments,
    int objectArguments,
    int suite,
    @Nullable String expected,
    Style style)
    implements TestCall {

  /** The framework that a test is written for. */
  enum Style {
    JUNIT_3,
    JUNIT_4,
    JUNIT_5
  }

  static TestSpec of(
      Method method, Style style, int arguments, int object, @Nullable String thrown) {
    return new TestSpec(
        method.getDeclaringClass().getName(),
        method.getName(),
        TestCall.parametersOf(method),
        arguments,
        object,
        -1,
        thrown,
        style);
  }

  /** The test that an object of a suite of JUnit 3 stands for. */
  static TestSpec ofSuite(Object test, String name, int place) {
    return new TestSpec(
        test.getClass().getName(), name, List.of(), -1, -1, place, null, Style.JUNIT_3);
  }

  String id(String testClass) {
    String id = testClass + "#" + method;
    if (suite >= 0) {
      id += "<" + suite + ">";
    }
    if (!parameters.isEmpty()) {
      id += "(" + String.join(",", parameters) + ")";
    }
    if (objectArguments >= 0) {
      id += "{" + objectArguments + "}";
    }
    return methodArguments >= 0 ? id + "[" + methodArguments + "]" : id;
  }

  @Override
  public Method find(Class<?> type) throws ReflectiveOperationException {
    return TestCall.find(type, method, parameters);
  }

  @Override
  public List<? extends @Nullable Object> arguments(Class<?> type) throws Throwable {
    return methodArguments < 0
        ? List.of()
        : ArgumentSets.ofMethod(find(type), type).get(methodArguments);
  }

  @Override
  public @Nullable Object object(Class<?> type) throws Throwable {
    return suite < 0 ? null : Suites.tests(type).get(suite);
  }

  @Override
  public List<? extends @Nullable Object> constructorArguments(Class<?> type) throws Throwable {
    if (objectArguments >= 0 && !ArgumentSets.injectsFields(type)) {
      return ArgumentSets.ofClass(type).get(objectArguments);
    }
    boolean named =
        style == Style.JUNIT_3
            && Arrays.stream(type.getDeclaredConstructors())
                .noneMatch(each -> each.getParameterCount() == 0);
    return named ? List.of(method) : List.of();
  }

  @Override
  public void prepare(@Nullable Object test) throws Throwable {
    if (test == null || suite >= 0) {
      return; // a suite names its tests itself
    }
    if (style == Style.JUNIT_3) {
      test.getClass().getMethod("setName", String.class).invoke(test, method);
    } else if (objectArguments >= 0 && ArgumentSets.injectsFields(test.getClass())) {
      List<Field> fields = ArgumentSets.parameterFields(test.getClass());
      List<? extends @Nullable Object> values =
          ArgumentSets.ofClass(test.getClass()).get(objectArguments);
      for (int i = 0; i < fields.size(); i++) {
        fields.get(i).set(test, values.get(i));
      }
    }
  }
}
