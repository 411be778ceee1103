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
      return "it is a view that a library made. Copy it: new ArrayList<>(view).";
    }
    if (name.endsWith("KeySet") || name.endsWith("EntrySet") || name.endsWith("Values")) {
      return "it is a view of a map that a library made. Copy it, or get it from the map again.";
    }
    if (name.endsWith("Itr") || name.endsWith("Iterator")) {
      return "it is an iterator that a library made. Iterate in preprocessed code.";
    }
    if (name.equals("java.lang.ThreadLocal") || name.contains("ThreadLocal$")) {
      return "it belongs to threads of this process. Keep the value in a field or a local.";
    }
    if (name.equals("java.util.regex.Matcher")) {
      return "its state is closed in this JVM. Start it with --add-opens"
          + " java.base/java.util.regex=ALL-UNNAMED, or hold the text and the position, and create"
          + " it again.";
    }
    if (name.startsWith("java.util.stream.Collectors")) {
      return "its parts are closed. Make the collector where it is used.";
    }
    if (name.contains("Spliterator")) {
      return "it is an iterator that a library made. Iterate in preprocessed code.";
    }
    if (name.equals("java.util.Scanner")) {
      return "its state is closed. Hold the text and the position, and create it again.";
    }
    if (name.equals("java.util.StringJoiner")) {
      return "its state is closed. Use a StringBuilder.";
    }
    if (name.equals("java.time.format.DateTimeFormatter")) {
      return "its state is closed. Create it where it is used, or keep it in a static field.";
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
