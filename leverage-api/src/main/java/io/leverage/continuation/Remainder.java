package io.leverage.continuation;

import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What an iterator still gives when no iterator of its source can take its place: a snapshot of the
 * remaining elements, and then the exception that the original would throw.
 */
final class Remainder implements Iterator<Object> {
  private final Collection<?> source;
  private final @Nullable Object[] elements;
  private final boolean more;
  private final boolean stale;
  private boolean removable;
  private int next;

  /**
   * Creates an iterator.
   *
   * @param more what {@code hasNext} answers after the elements
   * @param stale whether the source was modified, so that going on is an error
   * @param removable whether the original's last element can still be removed
   */
  Remainder(
      Collection<?> source,
      List<@Nullable Object> elements,
      boolean more,
      boolean stale,
      boolean removable) {
    this.source = source;
    this.elements = elements.toArray();
    this.more = more;
    this.stale = stale;
    this.removable = removable;
  }

  @Override
  public boolean hasNext() {
    return next < elements.length || more;
  }

  @Override
  @SuppressWarnings("NullAway") // collections may hold nulls
  public Object next() {
    if (next < elements.length) {
      removable = true;
      return elements[next++];
    }
    throw stale ? new ConcurrentModificationException() : new NoSuchElementException();
  }

  @Override
  public void remove() {
    if (!removable) {
      throw new IllegalStateException();
    } else if (stale || next == 0) {
      throw new ConcurrentModificationException();
    } else if (source.getClass().getSimpleName().startsWith("CopyOnWrite")) {
      throw new UnsupportedOperationException();
    }
    source.remove(elements[next - 1]);
    removable = false;
  }
}
