package io.leverage.continuation;

import java.util.Collection;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A view that can travel, because it knows what it is a view of. The JDK's own view does it all.
 */
abstract class ViewCollection implements Collection<Object> {
  /** Gets the JDK's view. */
  abstract Collection<Object> own();

  @Override
  public int size() {
    return own().size();
  }

  @Override
  public boolean isEmpty() {
    return own().isEmpty();
  }

  @Override
  public boolean contains(@Nullable Object element) {
    return own().contains(element);
  }

  @Override
  public Iterator<Object> iterator() {
    return own().iterator();
  }

  @Override
  public Object[] toArray() {
    return own().toArray();
  }

  @Override
  public <T> T[] toArray(T[] array) {
    return own().toArray(array);
  }

  @Override
  public <T> T[] toArray(IntFunction<T[]> generator) {
    return own().toArray(generator);
  }

  @Override
  public boolean add(Object element) {
    return own().add(element);
  }

  @Override
  public boolean remove(@Nullable Object element) {
    return own().remove(element);
  }

  @Override
  public boolean containsAll(Collection<?> elements) {
    return own().containsAll(elements);
  }

  @Override
  public boolean addAll(Collection<?> elements) {
    return own().addAll(elements);
  }

  @Override
  public boolean removeAll(Collection<?> elements) {
    return own().removeAll(elements);
  }

  @Override
  public boolean removeIf(Predicate<? super Object> filter) {
    return own().removeIf(filter);
  }

  @Override
  public boolean retainAll(Collection<?> elements) {
    return own().retainAll(elements);
  }

  @Override
  public void clear() {
    own().clear();
  }

  @Override
  public void forEach(Consumer<? super Object> action) {
    own().forEach(action);
  }

  @Override
  public Spliterator<Object> spliterator() {
    return own().spliterator();
  }

  @Override
  @SuppressWarnings("UndefinedEquals") // as the JDK's own view answers
  public boolean equals(@Nullable Object other) {
    return other instanceof ViewCollection view ? own().equals(view.own()) : own().equals(other);
  }

  @Override
  public int hashCode() {
    return own().hashCode();
  }

  @Override
  public String toString() {
    return own().toString();
  }
}
