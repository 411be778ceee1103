package io.leverage.continuation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rest of a for-each loop over a collection, as a frame holds it in place of the collection's
 * own iterator, which can't travel.
 *
 * <p>It keeps the collection, so that a loop that changes what it iterates over still ends as it
 * would have: with a {@link ConcurrentModificationException}, found by the collection's size. Over
 * a list it goes on by position; over others it holds the remaining elements.
 */
public final class Iteration implements Iterator<Object> {
  private final Object source;
  private final int expectedSize;
  private final boolean changed;
  private final @Nullable List<Object> rest;
  private int cursor;
  // Only while the loop runs: a captured iteration has none.
  private @Nullable Iterator<?> iterator;

  private Iteration(
      Object source, int expectedSize, boolean changed, @Nullable List<Object> rest, int cursor) {
    this.source = source;
    this.expectedSize = expectedSize;
    this.changed = changed;
    this.rest = rest;
    this.cursor = cursor;
  }

  /**
   * Replaces the iterator of a loop that is being captured. The loop goes on with the result; the
   * given iterator is not used again.
   *
   * @param source what the loop iterates over, or the map that it is a view of; null if the loop
   *     was resumed already
   * @param iterator its iterator
   * @return an iterator over the same remaining elements that can be serialised; the given one if
   *     it is of the user's own class, or not of a collection
   */
  public static @Nullable Iterator<?> capture(
      @Nullable Object source, @Nullable Iterator<?> iterator) {
    if (iterator instanceof Iteration iteration) {
      return iteration.again();
    }
    if (iterator == null
        || iterator.getClass().getClassLoader() != null
        || !(source instanceof Collection || source instanceof Map)) {
      return iterator;
    }
    List<Object> rest = new ArrayList<>();
    boolean changed = drain(source, iterator, rest);
    int size = size(source);
    return source instanceof List
        ? new Iteration(source, size, changed, null, size - rest.size())
        : new Iteration(source, size, changed, rest, 0);
  }

  /**
   * Replaces the entry of a map that a loop has as its variable, where it is captured.
   *
   * @param source the map, or its entries; null if the loop was resumed already
   * @param entry the entry
   * @return an entry that can be serialised and is as good
   */
  public static Map.@Nullable Entry<?, ?> entry(
      @Nullable Object source, Map.@Nullable Entry<?, ?> entry) {
    return entry == null
            || entry.getClass().getClassLoader() != null
            || !(source instanceof Set || source instanceof Map)
        ? entry
        : new IteratedEntry(source, entry.getKey(), entry.getValue());
  }

  private static boolean drain(Object source, Iterator<?> iterator, List<Object> rest) {
    try {
      while (iterator.hasNext()) {
        Object element = iterator.next();
        rest.add(
            element instanceof Map.Entry<?, ?> each
                ? Objects.requireNonNull(entry(source, each))
                : element);
      }
      return false;
    } catch (ConcurrentModificationException e) {
      return true;
    }
  }

  private static int size(Object source) {
    return source instanceof Map<?, ?> map ? map.size() : ((Collection<?>) source).size();
  }

  private Iteration again() {
    boolean now = changed;
    if (iterator != null) {
      now |= drain(source, iterator, new ArrayList<>());
      iterator = null;
    }
    return new Iteration(source, expectedSize, now, rest, cursor);
  }

  @Override
  public boolean hasNext() {
    if (changed) {
      return true;
    }
    return rest == null ? cursor != size(source) : cursor < rest.size();
  }

  @Override
  public Object next() {
    if (changed || size(source) != expectedSize) {
      throw new ConcurrentModificationException();
    }
    if (rest != null) {
      if (cursor == rest.size()) {
        throw new NoSuchElementException();
      }
      return rest.get(cursor++);
    }
    if (iterator == null) {
      iterator = ((List<?>) source).listIterator(cursor);
    }
    Object element = iterator.next();
    cursor++;
    return element;
  }
}
