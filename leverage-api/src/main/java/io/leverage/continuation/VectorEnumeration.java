package io.leverage.continuation;

import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Vector;

/** The elements of a vector by their index, as {@link Vector#elements} gives them. */
@SuppressWarnings("JdkObsolete") // the user's code asks for one
final class VectorEnumeration implements Enumeration<Object> {
  private final Vector<?> source;

  private int count;

  VectorEnumeration(Vector<?> source) {
    this.source = source;
  }

  @Override
  public boolean hasMoreElements() {
    return count < source.size();
  }

  @Override
  public Object nextElement() {
    synchronized (source) {
      if (count < source.size()) {
        return source.elementAt(count++);
      }
    }
    throw new NoSuchElementException("Vector Enumeration");
  }
}
