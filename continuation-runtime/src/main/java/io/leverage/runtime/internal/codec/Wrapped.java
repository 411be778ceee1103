package io.leverage.runtime.internal.codec;

import io.leverage.continuation.MobileBufferedReader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What streams, readers, writers and scanners of the JDK wrap. It can be seen only where the JVM
 * was started with {@code --add-opens java.base/java.io=ALL-UNNAMED}, and the same for {@code
 * java.util}, as the command {@code leverage exec} is.
 */
final class Wrapped {
  private Wrapped() {}

  /**
   * Finds an object that would be copied in what an object wraps.
   *
   * @param wrapper the object; it may be a standard stream
   * @param loader the program's; classes of other loaders are shared, and objects of theirs stay
   * @return an object of a class of the program's own; null if there is none
   */
  static @Nullable Object ownObject(Object wrapper, ClassLoader loader) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> left = new ArrayDeque<>();
    left.add(wrapper);
    while (!left.isEmpty()) {
      Object next = left.remove();
      if ((next != wrapper && isStandard(next)) || !seen.add(next)) {
        continue;
      }
      if (!Origin.isJdk(next.getClass())) {
        if (next instanceof MobileBufferedReader || next.getClass().getClassLoader() == loader) {
          return next;
        }
        continue;
      }
      for (Class<?> c = next.getClass(); c != null && isLookedInto(c); c = c.getSuperclass()) {
        addFields(next, c, left);
      }
    }
    return null;
  }

  @SuppressWarnings("ReferenceEquality") // the very streams
  private static boolean isStandard(Object object) {
    return object == System.in || StandardStreamSerializer.isStandard(object);
  }

  private static boolean isLookedInto(Class<?> type) {
    return type.getPackageName().equals("java.io") || type.getName().equals("java.util.Scanner");
  }

  private static void addFields(Object object, Class<?> type, Deque<Object> to) {
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())
          || field.getType().isPrimitive()
          || !field.trySetAccessible()) {
        continue;
      }
      try {
        Object value = field.get(object);
        if (value != null) {
          to.add(value);
        }
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
