package io.leverage.runtime.internal.codec;

/** Says what to do about objects of JDK classes that can't be serialised. */
final class Remedy {
  private Remedy() {}

  static String of(Class<?> type) {
    String name = type.getName();
    if (name.startsWith("java.io.")
        || name.startsWith("java.nio.")
        || name.startsWith("sun.nio.")) {
      return "it is tied to this process. Open it where it is used, in a method without safepoints,"
          + " and close it there.";
    }
    if (name.endsWith("SubList") || name.contains("$Sub")) {
      return "it is a view of another list. Copy it: new ArrayList<>(view).";
    }
    if (name.endsWith("KeySet") || name.endsWith("EntrySet") || name.endsWith("Values")) {
      return "it is a view of a map. Copy it, or get it from the map again.";
    }
    if (name.endsWith("Itr") || name.endsWith("Iterator")) {
      return "it is an iterator over a collection. Use a for-each loop or an index.";
    }
    if (name.startsWith("java.util.stream.")) {
      return "it is a stream in use. End the stream within one expression.";
    }
    if (Thread.class.isAssignableFrom(type) || name.startsWith("java.util.concurrent.locks.")) {
      return "it belongs to threads of this process. Use virtual threads, messages and global"
          + " variables instead.";
    }
    if (name.equals("java.util.SplittableRandom")) {
      return "its state is closed. Use java.util.Random, whose state travels.";
    }
    return "no serialiser is known that restores it exactly. Hold only its data across safepoints,"
        + " and create the object again where it is used.";
  }
}
