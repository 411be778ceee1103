package io.leverage.continuation;

import java.util.Collection;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A part of a list. */
class ViewList extends ViewCollection implements List<Object>, Travelling {
  private final List<Object> list;
  private final int from;
  private int size;
  private boolean stale;
  private transient @Nullable List<Object> own;

  ViewList(List<Object> list, List<Object> own, int from) {
    this.list = list;
    this.own = own;
    this.from = from;
  }

  /** A part of a list whose elements are found at once by their index. */
  static final class OfRandomAccess extends ViewList implements RandomAccess {
    OfRandomAccess(List<Object> list, List<Object> own, int from) {
      super(list, own, from);
    }
  }

  @Override
  public void depart() {
    try {
      size = own().size();
    } catch (ConcurrentModificationException e) {
      stale = true;
    }
  }

  @Override
  public void arrive() {
    if (!stale) {
      own();
    }
  }

  @Override
  List<Object> own() {
    if (stale) {
      throw new ConcurrentModificationException();
    }
    List<Object> view = own;
    if (view == null) {
      view = list.subList(from, from + size);
      own = view;
    }
    return view;
  }

  @Override
  public Spliterator<Object> spliterator() {
    return own().spliterator();
  }

  @Override
  public boolean addAll(int index, Collection<?> elements) {
    return own().addAll(index, elements);
  }

  @Override
  public Object get(int index) {
    return own().get(index);
  }

  @Override
  public Object set(int index, Object element) {
    return own().set(index, element);
  }

  @Override
  public void add(int index, Object element) {
    own().add(index, element);
  }

  @Override
  public Object remove(int index) {
    return own().remove(index);
  }

  @Override
  public int indexOf(@Nullable Object element) {
    return own().indexOf(element);
  }

  @Override
  public int lastIndexOf(@Nullable Object element) {
    return own().lastIndexOf(element);
  }

  @Override
  public ListIterator<Object> listIterator() {
    return own().listIterator();
  }

  @Override
  public ListIterator<Object> listIterator(int index) {
    return own().listIterator(index);
  }

  @Override
  public List<Object> subList(int start, int end) {
    return own().subList(start, end);
  }

  @Override
  public void sort(Comparator<? super Object> order) {
    own().sort(order);
  }

  @Override
  public void replaceAll(UnaryOperator<Object> operator) {
    own().replaceAll(operator);
  }
}
