package io.leverage.continuation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * An iterator of a JDK collection that can travel, because it knows its source. It works through
 * the source's own iterator.
 *
 * <p>To depart, it runs the own iterator to its end: that tells what remains, and whether the
 * source was modified behind the iterator's back. A fresh iterator of the source, brought to the
 * same position, then takes its place; so later modifications are noticed as before, and {@code
 * remove} works. On arrival the source may iterate in another order, if it hashes by identity: then
 * what remained is given in its former order.
 */
final class MobileIterator implements Iterator<Object>, Travelling {
  private final Collection<?> source;
  private final boolean entriesAreMadeAnew;
  private transient Iterator<?> own;
  private boolean removable;
  // The fresh iterator could remove an element that was removed already.
  private boolean spent;
  // What stands for the own iterator while it travels: one of these.
  private @Nullable Remainder remainder;
  private @Nullable Object @Nullable [] rest;
  private int position;

  /**
   * Creates an iterator.
   *
   * @param removable whether the own iterator can remove the element that it gave last
   */
  MobileIterator(Collection<?> source, Iterator<?> own, boolean removable) {
    this.source = source;
    this.entriesAreMadeAnew = source instanceof ViewSet view && view.entriesAreMadeAnew();
    this.own = own;
    this.removable = removable;
  }

  @Override
  public boolean hasNext() {
    return own.hasNext();
  }

  @Override
  @SuppressWarnings("NullAway") // collections may hold nulls
  public Object next() {
    Object element = own.next();
    removable = true;
    spent = false;
    return entriesAreMadeAnew ? Entries.portable(source, element) : element;
  }

  @Override
  public void remove() {
    if (spent) {
      throw new IllegalStateException();
    }
    own.remove();
    removable = false;
  }

  @Override
  public void depart() {
    if (remainder != null) {
      return;
    }
    List<@Nullable Object> left = new ArrayList<>();
    try {
      depart(left);
    } catch (RuntimeException | Error e) {
      own = new Rewound(left, own); // a collection of the user's failed: the thread stays
      throw e;
    }
  }

  private void depart(List<@Nullable Object> left) {
    boolean more = own.hasNext();
    try {
      while (own.hasNext()) {
        left.add(Entries.portable(source, own.next()));
      }
      if (left.isEmpty()) {
        own.next(); // is the source modified?
      }
    } catch (ConcurrentModificationException e) {
      remain(new Remainder(source, left, more, true, removable));
      return;
    } catch (NoSuchElementException e) {
      // As it should be: it is at the end of an unmodified source.
    }
    List<@Nullable Object> all = new ArrayList<>();
    source.forEach(all::add);
    position = all.size() - left.size();
    if (position < 0 || !sameElements(all.subList(position, all.size()), left)) {
      remain(new Remainder(source, left, false, false, removable));
      return;
    }
    rest = source instanceof List ? null : left.toArray();
    own = positioned();
  }

  private void remain(Remainder what) {
    remainder = what;
    own = what;
  }

  @Override
  public void arrive() {
    if (remainder != null) {
      own = remainder;
      return;
    }
    if (rest != null) {
      List<@Nullable Object> left = java.util.Arrays.asList(rest);
      List<@Nullable Object> all = new ArrayList<>();
      source.forEach(all::add);
      if (position > all.size() || !sameElements(all.subList(position, all.size()), left)) {
        remain(new Remainder(source, left, false, false, removable));
        return;
      }
    }
    own = positioned();
  }

  /** Gets a fresh iterator that has given as many elements as the former one. */
  private Iterator<?> positioned() {
    spent = !removable && position > 0;
    if (source instanceof List<?> list) {
      ListIterator<?> iterator = list.listIterator(Math.max(0, position - 1));
      if (position > 0) {
        iterator.next();
      }
      return iterator;
    }
    Iterator<?> iterator = source.iterator();
    for (int i = 0; i < position; i++) {
      iterator.next();
    }
    return iterator;
  }

  @SuppressWarnings("ReferenceEquality") // the very elements
  private static boolean sameElements(List<@Nullable Object> some, List<@Nullable Object> others) {
    if (some.size() != others.size()) {
      return false;
    }
    Iterator<@Nullable Object> other = others.iterator();
    for (Object each : some) {
      if (Entries.identity(each) != Entries.identity(other.next())) {
        return false;
      }
    }
    return true;
  }

  /** An iterator that was run ahead: what it gave, and then what it goes on to give. */
  private static final class Rewound implements Iterator<Object> {
    private final Iterator<@Nullable Object> given;
    private final Iterator<?> own;

    Rewound(List<@Nullable Object> given, Iterator<?> own) {
      this.given = given.iterator();
      this.own = own;
    }

    @Override
    public boolean hasNext() {
      return given.hasNext() || own.hasNext();
    }

    @Override
    @SuppressWarnings("NullAway") // collections may hold nulls
    public Object next() {
      return given.hasNext() ? given.next() : own.next();
    }
  }
}
