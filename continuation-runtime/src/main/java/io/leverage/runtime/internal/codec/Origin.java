package io.leverage.runtime.internal.codec;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** Where a class comes from: the JDK, whose private state is closed to us, or the user. */
final class Origin {
  private Origin() {}

  static boolean isJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  /** Gets the first class, from the type upwards, that is the JDK's. */
  static Class<?> jdkPart(Class<?> type) {
    Class<?> c = type;
    while (!isJdk(c)) {
      c = c.getSuperclass();
    }
    return c;
  }

  /** Gets the user's class that extends {@link #jdkPart} directly; the type must be a user's. */
  static Class<?> topUserClass(Class<?> type) {
    Class<?> c = type;
    while (!isJdk(c.getSuperclass())) {
      c = c.getSuperclass();
    }
    return c;
  }

  /** Tells whether a JDK class keeps nothing that a copy must have: no field but caches. */
  static boolean isStateless(Class<?> jdk) {
    for (Class<?> c = jdk; c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && !Modifier.isTransient(field.getModifiers())) {
          return false;
        }
      }
    }
    return true;
  }
}
