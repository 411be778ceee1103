package io.leverage.continuation;

import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Properties;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The iterators of mobile code. Where code may hold an iterator across a safepoint, the
 * preprocessor lets it call these methods in place of the collection's own: {@code list.iterator()}
 * becomes {@code Iteration.iterator(list)}. Their results behave as the JDK's iterators, and can
 * travel. Iterators of user classes are given as they are.
 */
@SuppressWarnings({"unchecked", "JdkObsolete"}) // casts to what the user's code was checked with
public final class Iteration {
  private Iteration() {}

  private static boolean isJdk(@Nullable Object object) {
    return object != null && object.getClass().getClassLoader() == null;
  }

  /** Stands for {@code source.iterator()}. */
  public static <T> Iterator<T> iterator(Iterable<T> source) {
    Iterator<T> own = source.iterator();
    if (!isJdk(own) || !(source instanceof Collection<T> collection)) {
      return own;
    }
    return (Iterator<T>) new MobileIterator(collection, own, false);
  }

  /** Stands for {@code source.descendingIterator()}. */
  public static <T> Iterator<T> descendingIterator(NavigableSet<T> source) {
    return descending(source, source.descendingIterator());
  }

  /** Stands for {@code source.descendingIterator()}. */
  public static <T> Iterator<T> descendingIterator(Deque<T> source) {
    return descending(source, source.descendingIterator());
  }

  private static <T> Iterator<T> descending(Collection<T> source, Iterator<T> own) {
    return isJdk(own)
        ? (Iterator<T>)
            new MobileIterator(new ViewDescending((Collection<Object>) source), own, false)
        : own;
  }

  /** Stands for {@code source.listIterator()}. */
  public static <T> ListIterator<T> listIterator(List<T> source) {
    return listIterator(source, source.listIterator());
  }

  /** Stands for {@code source.listIterator(index)}. */
  public static <T> ListIterator<T> listIterator(List<T> source, int index) {
    return listIterator(source, source.listIterator(index));
  }

  private static <T> ListIterator<T> listIterator(List<T> source, ListIterator<T> own) {
    return isJdk(own)
        ? (ListIterator<T>)
            new MobileListIterator((List<Object>) source, (ListIterator<Object>) own)
        : own;
  }

  /** Stands for {@code source.elements()}. */
  public static <T> Enumeration<T> elements(Vector<T> source) {
    return source.getClass() == Vector.class || source.getClass() == java.util.Stack.class
        ? (Enumeration<T>) new VectorEnumeration(source)
        : source.elements();
  }

  /** Stands for {@code source.elements()}. */
  public static <V> Enumeration<V> elements(Dictionary<?, V> source) {
    return source.getClass() == Hashtable.class
        ? (Enumeration<V>) new MobileEnumeration((Hashtable<?, ?>) source, false)
        : source.elements();
  }

  /** Stands for {@code source.keys()}. */
  public static <K> Enumeration<K> keys(Dictionary<K, ?> source) {
    return source.getClass() == Hashtable.class
        ? (Enumeration<K>) new MobileEnumeration((Hashtable<?, ?>) source, true)
        : source.keys();
  }

  /** Stands for {@code source.elements()}. */
  public static <V> Enumeration<V> elements(ConcurrentHashMap<?, V> source) {
    return enumeration(Views.values(source));
  }

  /** Stands for {@code source.keys()}. */
  public static <K> Enumeration<K> keys(ConcurrentHashMap<K, ?> source) {
    return enumeration(Views.keySet(source));
  }

  /** Stands for {@code source.propertyNames()}. */
  public static Enumeration<?> propertyNames(Properties source) {
    return enumeration(Collections.list(source.propertyNames()));
  }

  /** Stands for {@code Collections.enumeration(source)}. */
  public static <T> Enumeration<T> enumeration(Collection<T> source) {
    return (Enumeration<T>) new IteratorEnumeration(iterator(source));
  }

  /**
   * Replaces the iterator of a for-each loop that is being captured. The loop goes on with the
   * result; the given iterator is not used again.
   *
   * @param source what the loop iterates over; null if the loop was resumed already
   * @param iterator its iterator
   * @return an iterator over the same remaining elements that can be serialised; the given one if
   *     it is of the user's own class, or not of a collection
   */
  public static @Nullable Iterator<?> capture(
      @Nullable Object source, @Nullable Iterator<?> iterator) {
    return isJdk(iterator) && iterator != null && source instanceof Collection<?> collection
        ? new MobileIterator(collection, iterator, true)
        : iterator;
  }

  /**
   * Replaces the entry of a map that a loop has as its variable, where it is captured.
   *
   * @param source the map's entries; null if the loop was resumed already
   * @param entry the entry
   * @return an entry that can be serialised and is as good
   */
  public static Map.@Nullable Entry<?, ?> entry(
      @Nullable Object source, Map.@Nullable Entry<?, ?> entry) {
    return (Map.Entry<?, ?>) Entries.portable(source, entry);
  }
}
