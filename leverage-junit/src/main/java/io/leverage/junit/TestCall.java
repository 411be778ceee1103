package io.leverage.junit;

import java.lang.reflect.Method;
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
   * Prepares the object before it is set up.
   *
   * @param test the test object
   */
  default void prepare(@Nullable Object test) throws Throwable {}
}
