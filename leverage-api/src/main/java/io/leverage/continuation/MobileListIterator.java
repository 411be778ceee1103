package io.leverage.continuation;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An iterator in both directions over a JDK list that can travel: its list, its position and the
 * direction of its last step say all. It works through the list's own iterator.
 */
final class MobileListIterator implements ListIterator<Object>, Travelling {
  private static final int NONE = 0;
  private static final int NEXT = 1;
  private static final int PREVIOUS = -1;

  private List<Object> source;
  private transient ListIterator<Object> own;
  private int last;
  private int position;
  private boolean stale;

  MobileListIterator(List<Object> source, ListIterator<Object> own) {
    this.source = source;
    this.own = own;
  }

  @Override
  public void depart() {
    if (stale) {
      return;
    }
    position = own.nextIndex();
    if (source instanceof CopyOnWriteArrayList) {
      keepSnapshot();
      return;
    }
    try {
      own.next(); // is the list modified?
    } catch (ConcurrentModificationException e) {
      stale = true;
    } catch (NoSuchElementException e) {
      // As it should be at the end.
    }
    arrive();
  }

  /** The iterator goes on over the elements that the list had when it was made. */
  private void keepSnapshot() {
    while (own.hasPrevious()) {
      own.previous();
    }
    List<Object> snapshot = new ArrayList<>();
    own.forEachRemaining(snapshot::add);
    if (!snapshot.equals(source)) {
      source = new CopyOnWriteArrayList<>(snapshot);
    }
    arrive();
  }

  @Override
  public void arrive() {
    if (stale) {
      own = new Stale();
      return;
    }
    own = source.listIterator(Math.min(source.size(), Math.max(0, position - last)));
    if (last == NEXT) {
      own.next();
    } else if (last == PREVIOUS) {
      own.previous();
    }
  }

  @Override
  public boolean hasNext() {
    return own.hasNext();
  }

  @Override
  public Object next() {
    Object element = own.next();
    last = NEXT;
    return element;
  }

  @Override
  public boolean hasPrevious() {
    return own.hasPrevious();
  }

  @Override
  public Object previous() {
    Object element = own.previous();
    last = PREVIOUS;
    return element;
  }

  @Override
  public int nextIndex() {
    return own.nextIndex();
  }

  @Override
  public int previousIndex() {
    return own.previousIndex();
  }

  @Override
  public void remove() {
    own.remove();
    last = NONE;
  }

  @Override
  public void set(Object element) {
    own.set(element);
  }

  @Override
  public void add(Object element) {
    own.add(element);
    last = NONE;
  }

  /** An iterator whose list was modified behind its back. */
  private final class Stale implements ListIterator<Object> {
    @Override
    public boolean hasNext() {
      return position != source.size();
    }

    @Override
    public Object next() {
      throw new ConcurrentModificationException();
    }

    @Override
    public boolean hasPrevious() {
      return position > 0;
    }

    @Override
    public Object previous() {
      throw new ConcurrentModificationException();
    }

    @Override
    public int nextIndex() {
      return position;
    }

    @Override
    public int previousIndex() {
      return position - 1;
    }

    @Override
    public void remove() {
      throw changed();
    }

    @Override
    public void set(Object element) {
      throw changed();
    }

    private RuntimeException changed() {
      return last == NONE ? new IllegalStateException() : new ConcurrentModificationException();
    }

    @Override
    public void add(Object element) {
      throw new ConcurrentModificationException();
    }
  }
}
