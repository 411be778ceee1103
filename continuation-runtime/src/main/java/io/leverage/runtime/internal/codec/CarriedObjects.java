package io.leverage.runtime.internal.codec;

import java.util.List;

/**
 * The objects that are carried by reference. The codec that writes and the one that reads hold the
 * same list.
 *
 * @param objects the list
 * @param isOpen whether the codec that writes adds what it meets; false if each process has its own
 *     objects at the same places, such as its standard streams
 */
public record CarriedObjects(List<Object> objects, boolean isOpen) {
  /** Gets this process's standard objects. */
  public static CarriedObjects standard() {
    return new CarriedObjects(
        List.of(System.in, System.out, System.err, Thread.currentThread(), Runtime.getRuntime()),
        false);
  }

  /** Finds the place of an object; -1 if it can't be carried. */
  @SuppressWarnings("ReferenceEquality") // the very object
  int place(Object object) {
    if (isOpen) {
      objects.add(object);
      return objects.size() - 1;
    }
    for (int i = 0; i < objects.size(); i++) {
      if (objects.get(i) == object) {
        return i;
      }
    }
    return -1;
  }
}
