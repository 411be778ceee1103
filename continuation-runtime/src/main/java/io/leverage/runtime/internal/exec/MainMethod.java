package io.leverage.runtime.internal.exec;

import io.leverage.RefusedException;
import io.leverage.continuation.Continuation;
import io.leverage.continuation.MobileTask;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** The transformed {@code main(Continuation, String[])} of a program. */
record MainMethod(MethodHandle handle) {

  static MainMethod find(ClassLoader loader, String className) {
    Class<?> type;
    try {
      type = Class.forName(className, false, loader);
    } catch (ClassNotFoundException e) {
      throw new RefusedException(
          "no class %s on the class path: check its name and --class-path.".formatted(className),
          e);
    }
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      try {
        Method method = c.getDeclaredMethod("main", Continuation.class, String[].class);
        if (Modifier.isStatic(method.getModifiers())) {
          method.setAccessible(true);
          return new MainMethod(MethodHandles.lookup().unreflect(method));
        }
      } catch (NoSuchMethodException e) {
        continue;
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new RefusedException(
        hasPlainMain(type)
            ? "class %s was not preprocessed: run `leverage preprocess` on its sources."
                .formatted(className)
            : "class %s has no method `static void main(String[])`.".formatted(className));
  }

  private static boolean hasPlainMain(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      try {
        return Modifier.isStatic(c.getDeclaredMethod("main", String[].class).getModifiers());
      } catch (NoSuchMethodException e) {
        continue;
      }
    }
    return false;
  }

  MobileTask bind(String[] arguments) {
    return continuation -> {
      handle.invoke(continuation, arguments);
      return null;
    };
  }
}
