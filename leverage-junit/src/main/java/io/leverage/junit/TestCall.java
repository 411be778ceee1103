package io.leverage.junit;

import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of a test method. Its parts are asked for in the class loader that the test is in. */
public interface TestCall {
  /**
   * Finds the test method.
   *
   * @param type the test class, as it is now
   * @return the method
   */
  Method find(Class<?> type) throws ReflectiveOperationException;

  /**
   * Finds a method by its signature, which is the same in each class loader.
   *
   * @param type the class that has or inherits it
   * @param name its name
   * @param parameters the names of the types of its parameters
   * @return the method
   */
  static Method find(Class<?> type, String name, List<String> parameters)
      throws NoSuchMethodException {
    Deque<Class<?>> types = new ArrayDeque<>(List.of(type));
    while (!types.isEmpty()) {
      Class<?> each = types.remove();
      for (Method method : each.getDeclaredMethods()) {
        if (method.getName().equals(name)
            && !method.isBridge()
            && parametersOf(method).equals(parameters)) {
          return method;
        }
      }
      if (each.getSuperclass() != null) {
        types.addFirst(each.getSuperclass());
      }
      types.addAll(List.of(each.getInterfaces()));
    }
    throw new NoSuchMethodException(type.getName() + "." + name + parameters);
  }

  /**
   * Names the types of a method's parameters.
   *
   * @param method a method
   * @return the types' names
   */
  static List<String> parametersOf(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(Class::getName).toList();
  }

  /**
   * Gets the arguments of the test method.
   *
   * @param type the test class, as it is now
   * @return the arguments
   */
  default List<? extends @Nullable Object> arguments(Class<?> type) throws Throwable {
    return List.of();
  }

  /**
   * Gets the arguments of the test class's constructor.
   *
   * @param type the test class, as it is now
   * @return the arguments
   */
  default List<? extends @Nullable Object> constructorArguments(Class<?> type) throws Throwable {
    return List.of();
  }

  /**
   * Creates the test object in a way of its own.
   *
   * @param type the test class, as it is now
   * @return the object, maybe of another class; null if the test class's constructor creates it
   */
  default @Nullable Object object(Class<?> type) throws Throwable {
    return null;
  }

  /**
   * Prepares the object before it is set up.
   *
   * @param test the test object
   */
  default void prepare(@Nullable Object test) throws Throwable {}
}
