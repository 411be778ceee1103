package io.leverage.continuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An enumeration of a hash table's keys or values that can travel. It isn't fail-fast. */
@SuppressWarnings("JdkObsolete") // the user's code asks for one
final class MobileEnumeration implements Enumeration<Object>, Travelling {
  private final Hashtable<?, ?> source;
  private final boolean keys;
  private transient Enumeration<?> own;
  private @Nullable Object[] rest = {};

  MobileEnumeration(Hashtable<?, ?> source, boolean keys) {
    this.source = source;
    this.keys = keys;
    this.own = fresh();
  }

  private Enumeration<?> fresh() {
    return keys ? source.keys() : source.elements();
  }

  @Override
  public boolean hasMoreElements() {
    return own.hasMoreElements();
  }

  @Override
  public Object nextElement() {
    return own.nextElement();
  }

  @Override
  public void depart() {
    List<@Nullable Object> left = new ArrayList<>();
    own.asIterator().forEachRemaining(left::add);
    rest = left.toArray();
    arrive();
  }

  @Override
  public void arrive() {
    List<@Nullable Object> all = new ArrayList<>();
    fresh().asIterator().forEachRemaining(all::add);
    int position = all.size() - rest.length;
    own = fresh();
    if (position < 0 || !all.subList(position, all.size()).equals(Arrays.asList(rest))) {
      own = new Rest(Arrays.asList(rest).iterator());
      return;
    }
    for (int i = 0; i < position; i++) {
      own.nextElement();
    }
  }

  /** The remaining elements as they were, where the table's order has changed. */
  private record Rest(Iterator<@Nullable Object> elements) implements Enumeration<Object> {
    @Override
    public boolean hasMoreElements() {
      return elements.hasNext();
    }

    @Override
    @SuppressWarnings("NullAway") // a hash table has no nulls
    public Object nextElement() {
      return elements.next();
    }
  }
}
