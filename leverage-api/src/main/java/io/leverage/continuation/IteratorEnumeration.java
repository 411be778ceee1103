package io.leverage.continuation;

import java.util.Enumeration;
import java.util.Iterator;

/** An iterator seen as an enumeration, as {@link java.util.Collections#enumeration} gives it. */
@SuppressWarnings("JdkObsolete") // the user's code asks for one
final class IteratorEnumeration implements Enumeration<Object> {
  private final Iterator<?> iterator;

  IteratorEnumeration(Iterator<?> iterator) {
    this.iterator = iterator;
  }

  @Override
  public boolean hasMoreElements() {
    return iterator.hasNext();
  }

  @Override
  public Object nextElement() {
    return iterator.next();
  }
}
