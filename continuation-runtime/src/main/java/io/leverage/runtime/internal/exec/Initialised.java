package io.leverage.runtime.internal.exec;

import org.jspecify.annotations.Nullable;

/** What the initialisers of a program's classes call. */
public final class Initialised {
  private Initialised() {}

  /**
   * Records that a class is being initialised.
   *
   * @param type the class
   */
  public static void mark(Class<?> type) {
    if (type.getClassLoader() instanceof ProgramLoader loader) {
      loader.initialising(type);
    }
  }

  /**
   * Gets the value that an interface's field had in the loader before.
   *
   * @param type the interface
   * @param field the field's name
   * @return its value
   */
  public static @Nullable Object take(Class<?> type, String field) {
    if (type.getClassLoader() instanceof ProgramLoader loader) {
      return loader.handedOver(type, field);
    }
    throw new AssertionError(type + " was not loaded by a program's loader");
  }
}
