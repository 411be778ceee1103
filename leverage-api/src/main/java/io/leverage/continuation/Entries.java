package io.leverage.continuation;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be known about the entries of maps. */
final class Entries {
  private Entries() {}

  /**
   * Gets what an element is recognised by: for an entry of the JDK its key, as some maps make
   * entries anew. Nothing of the user's is called: it may do more than to answer.
   */
  static @Nullable Object identity(@Nullable Object element) {
    return element instanceof Map.Entry<?, ?> entry && isOfJdk(entry) ? entry.getKey() : element;
  }

  private static boolean isOfJdk(Map.Entry<?, ?> entry) {
    return entry.getClass().getClassLoader() == null || entry instanceof MobileEntry;
  }

  /** Replaces an entry that its map made only to be looked at, and that can't be serialised. */
  static @Nullable Object portable(@Nullable Object source, @Nullable Object element) {
    return element instanceof Map.Entry<?, ?> entry && isTransient(entry) && isOfMap(source)
        ? new MobileEntry(source, entry)
        : element;
  }

  private static boolean isOfMap(@Nullable Object source) {
    return source instanceof java.util.Set<?> || source instanceof Map<?, ?>;
  }

  /** Entries that are part of their map, or have values of their own, need no help here. */
  private static boolean isTransient(Map.Entry<?, ?> entry) {
    String name = entry.getClass().getName();
    return isOfJdk(entry)
        && (name.startsWith("java.util.EnumMap$")
            || name.startsWith("java.util.IdentityHashMap$")
            || name.startsWith("java.util.concurrent.ConcurrentHashMap$")
            || name.startsWith("java.util.Collections$Unmodifiable"));
  }

  /** Gets the entries of what is a map, or its entry set. */
  static Collection<?> of(Object source) {
    return source instanceof Map<?, ?> map ? map.entrySet() : (Collection<?>) source;
  }
}
