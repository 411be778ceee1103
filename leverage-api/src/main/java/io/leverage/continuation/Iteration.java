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
  private final Collection<?> source;
  private final int expectedSize;
  private final boolean changed;
  private final @Nullable List<Object> rest;
  private int cursor;
  // Only while the loop runs: a captured iteration has none.
  private @Nullable Iterator<?> iterator;

  private Iteration(
      Collection<?> source,
      int expectedSize,
      boolean changed,
      @Nullable List<Object> rest,
      int cursor) {
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
   * @param source what the loop iterates over; null if the loop was resumed already
   * @param iterator its iterator
   * @return an iterator over the same remaining elements that can be serialised; the given one if
   *     it is of the user's own class, or not of a collection
   */
  public static @Nullable Iterator<?> capture(
      @Nullable Iterable<?> source, @Nullable Iterator<?> iterator) {
    if (iterator instanceof Iteration iteration) {
      return iteration.again();
    }
    if (iterator == null
        || iterator.getClass().getClassLoader() != null
        || !(source instanceof Collection<?> collection)) {
      return iterator;
    }
    List<Object> rest = new ArrayList<>();
    boolean changed = drain(collection, iterator, rest);
    int size = collection.size();
    return source instanceof List
        ? new Iteration(collection, size, changed, null, size - rest.size())
        : new Iteration(collection, size, changed, rest, 0);
  }

  /**
   * Replaces the entry of a map that a loop has as its variable, where it is captured.
   *
   * @param source the map's entries, which the loop iterates over; null if it was resumed already
   * @param entry the entry
   * @return an entry that can be serialised and is as good
   */
  public static Map.@Nullable Entry<?, ?> entry(
      @Nullable Iterable<?> source, Map.@Nullable Entry<?, ?> entry) {
    return entry == null
            || entry.getClass().getClassLoader() != null
            || !(source instanceof Set<?> entries)
        ? entry
        : new IteratedEntry(entries, entry.getKey(), entry.getValue());
  }

  private static boolean drain(Collection<?> source, Iterator<?> iterator, List<Object> rest) {
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
    return rest == null ? cursor != source.size() : cursor < rest.size();
  }

  @Override
  public Object next() {
    if (changed || source.size() != expectedSize) {
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
