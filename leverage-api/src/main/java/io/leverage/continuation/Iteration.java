package io.leverage.continuation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
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
  private final @Nullable List<Object> rest;
  private final boolean changed;
  private int expectedSize;
  private int cursor;
  private transient @Nullable Iterator<?> iterator;

  private Iteration(Collection<?> source, List<Object> rest, boolean changed) {
    this.source = source;
    this.expectedSize = source.size();
    this.changed = changed;
    if (source instanceof List) {
      this.rest = null;
      this.cursor = expectedSize - rest.size();
    } else {
      this.rest = rest;
    }
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
    if (iterator == null
        || iterator instanceof Iteration
        || iterator.getClass().getClassLoader() != null
        || !(source instanceof Collection<?> collection)) {
      return iterator;
    }
    List<Object> rest = new ArrayList<>();
    boolean changed = false;
    try {
      while (iterator.hasNext()) {
        rest.add(iterator.next());
      }
    } catch (ConcurrentModificationException e) {
      changed = true;
    }
    return new Iteration(collection, rest, changed);
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
