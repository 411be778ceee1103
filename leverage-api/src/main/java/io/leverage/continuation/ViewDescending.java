package io.leverage.continuation;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.NavigableSet;

/** The elements of a deque or a sorted set, backwards. */
final class ViewDescending extends ViewCollection {
  private final Collection<Object> source;

  ViewDescending(Collection<Object> source) {
    this.source = source;
  }

  @Override
  Collection<Object> own() {
    return new AbstractCollection<>() {
      @Override
      public Iterator<Object> iterator() {
        return source instanceof NavigableSet<Object> set
            ? set.descendingIterator()
            : ((Deque<Object>) source).descendingIterator();
      }

      @Override
      public int size() {
        return source.size();
      }
    };
  }
}
