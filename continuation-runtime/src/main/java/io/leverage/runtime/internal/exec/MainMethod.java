package io.leverage.runtime.internal.exec;

import io.leverage.RefusedException;
import io.leverage.continuation.Continuation;
import io.leverage.continuation.MobileTask;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The transformed {@code main(Continuation, String[])} of a program. */
record MainMethod(MethodHandle handle) {

  static MainMethod find(ClassLoader loader, String className) {
    Class<?> type;
    try {
      type = Class.forName(className, false, loader);
    } catch (ClassNotFoundException e) {
      throw new RefusedException(
          "no class " + className + " on the class path: check its name and --class-path.", e);
    }
    Method twin =
        declared(type, Continuation.class, String[].class)
            .orElseThrow(() -> new RefusedException(whyNot(type)));
    twin.setAccessible(true);
    try {
      return new MainMethod(MethodHandles.lookup().unreflect(twin));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String whyNot(Class<?> type) {
    return declared(type, String[].class).isPresent()
        ? "class "
            + type.getName()
            + " was not preprocessed: run `leverage preprocess` on its sources."
        : "class " + type.getName() + " has no method `static void main(String[])`.";
  }

  /** Finds a static main of a class or of one that it extends. */
  private static Optional<Method> declared(Class<?> type, Class<?>... parameters) {
    return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
        .filter(method -> method.getName().equals("main"))
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> Arrays.equals(method.getParameterTypes(), parameters))
        .findFirst();
  }

  MobileTask bind(String[] arguments) {
    return continuation -> {
      handle.invoke(continuation, arguments);
      return null;
    };
  }
}
