package io.leverage.continuation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The views of mobile code. Where code may hold a view of a map or a list across a safepoint, the
 * preprocessor lets it call these methods in place of the collection's own: {@code map.keySet()}
 * becomes {@code Views.keySet(map)}. Their results are the same views, and can travel. What a
 * user's class makes itself is given as it is: a view of a class of its own, or a collection that
 * is no view of it, such as a copy.
 */
@SuppressWarnings("unchecked") // casts to what the user's code was checked with
public final class Views {
  private Views() {}

  private static boolean isJdk(Object object) {
    return object.getClass().getClassLoader() == null;
  }

  /** Tells whether what a collection gave is a view of it that the JDK made. */
  private static boolean isViewOf(Object source, @Nullable Object given) {
    if (given == null || !isJdk(given)) {
      return false;
    }
    Class<?> host = given.getClass().getNestHost(); // HashMap is that of its KeySet
    boolean isWrapper = host == Collections.class;
    boolean isWhole =
        host == given.getClass()
            || host == Arrays.class
            || host == List.of().getClass().getNestHost();
    return isJdk(source) || !(isWhole || isWrapper) || (isWrapper && source instanceof Hashtable);
  }

  /** Stands for {@code map.keySet()}. */
  public static <K> Set<K> keySet(Map<K, ?> map) {
    Set<K> own = map.keySet();
    return isViewOf(map, own) ? (Set<K>) new ViewSet((Map<Object, Object>) map, false) : own;
  }

  /** Stands for {@code map.entrySet()}. */
  public static <K, V> Set<Map.Entry<K, V>> entrySet(Map<K, V> map) {
    Set<Map.Entry<K, V>> own = map.entrySet();
    return isViewOf(map, own)
        ? (Set<Map.Entry<K, V>>) (Set<?>) new ViewSet((Map<Object, Object>) map, true)
        : own;
  }

  /** Stands for {@code map.values()}. */
  public static <V> Collection<V> values(Map<?, V> map) {
    Collection<V> own = map.values();
    return isViewOf(map, own) ? (Collection<V>) new ViewValues((Map<Object, Object>) map) : own;
  }

  /** Stands for {@code list.subList(from, to)}. */
  public static <T> List<T> subList(List<T> list, int from, int to) {
    List<T> own = list.subList(from, to);
    if (!isViewOf(list, own)) {
      return own;
    }
    return own instanceof RandomAccess
        ? (List<T>) new ViewList.OfRandomAccess((List<Object>) list, (List<Object>) own, from)
        : (List<T>) new ViewList((List<Object>) list, (List<Object>) own, from);
  }
}
