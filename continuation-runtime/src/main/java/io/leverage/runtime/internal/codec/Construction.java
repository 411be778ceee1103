package io.leverage.runtime.internal.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Creates objects of user classes without running the user's constructors, while the constructor of
 * the JDK class that they extend does run, as Java deserialisation does it; and calls methods of
 * that JDK class past the user's overrides.
 */
final class Construction {
  private static final Object FACTORY;
  private static final Method NEW_CONSTRUCTOR;

  static {
    try {
      // Named by reflection: javac reports every mention of the class as a warning.
      Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
      FACTORY = factory.getMethod("getReflectionFactory").invoke(null);
      NEW_CONSTRUCTOR =
          factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Construction() {}

  /** Gets a constructor that runs only the given constructor of a superclass. */
  static Constructor<?> through(Class<?> type, Class<?> ancestor, Class<?>... parameters) {
    try {
      Constructor<?> superConstructor = ancestor.getDeclaredConstructor(parameters);
      return type == ancestor
          ? superConstructor
          : (Constructor<?>) NEW_CONSTRUCTOR.invoke(FACTORY, type, superConstructor);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          ancestor.getName() + " can't be extended by mobile classes: " + e, e);
    }
  }

  static Object create(Constructor<?> constructor, @Nullable Object... arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("creating " + constructor + ": " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("creating " + constructor, e);
    }
  }

  /** Finds a method of a JDK class as {@code super.name(...)} finds it. */
  static MethodHandle superMethod(Class<?> type, Class<?> jdk, String name, MethodType signature) {
    try {
      if (type == jdk) {
        return MethodHandles.publicLookup().findVirtual(jdk, name, signature);
      }
      Class<?> top = Origin.topUserClass(type);
      return MethodHandles.privateLookupIn(top, MethodHandles.lookup())
          .findSpecial(jdk, name, signature, top);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no method " + jdk.getName() + "." + name, e);
    }
  }
}
