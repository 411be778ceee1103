package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.ListIterator;

/** The twin of {@link ListIterator}: transformed code enters it with its continuation. */
public interface MobileListIterator<E> extends ListIterator<E> {
  /**
   * Does what {@link ListIterator#hasPrevious} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default boolean hasPrevious$mobile(Continuation c) {
    return hasPrevious();
  }

  /**
   * Calls {@link ListIterator#hasPrevious}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param iterator what to call it on
   */
  static boolean hasPrevious(Continuation c, ListIterator<?> iterator) {
    return iterator instanceof MobileListIterator<?> mobile
        ? mobile.hasPrevious$mobile(c)
        : iterator.hasPrevious();
  }

  /**
   * Does what {@link ListIterator#previous} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default E previous$mobile(Continuation c) {
    return previous();
  }

  /**
   * Calls {@link ListIterator#previous}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param iterator what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <E> E previous(Continuation c, ListIterator<? extends E> iterator) {
    return iterator instanceof MobileListIterator<?>
        ? ((MobileListIterator<E>) iterator).previous$mobile(c)
        : iterator.previous();
  }

  /**
   * Does what {@link ListIterator#nextIndex} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default int nextIndex$mobile(Continuation c) {
    return nextIndex();
  }

  /**
   * Calls {@link ListIterator#nextIndex}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param iterator what to call it on
   */
  static int nextIndex(Continuation c, ListIterator<?> iterator) {
    return iterator instanceof MobileListIterator<?> mobile
        ? mobile.nextIndex$mobile(c)
        : iterator.nextIndex();
  }

  /**
   * Does what {@link ListIterator#previousIndex} does; a transformed override can be captured in
   * it.
   *
   * @param c the continuation of the running thread
   */
  default int previousIndex$mobile(Continuation c) {
    return previousIndex();
  }

  /**
   * Calls {@link ListIterator#previousIndex}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param iterator what to call it on
   */
  static int previousIndex(Continuation c, ListIterator<?> iterator) {
    return iterator instanceof MobileListIterator<?> mobile
        ? mobile.previousIndex$mobile(c)
        : iterator.previousIndex();
  }

  /**
   * Does what {@link ListIterator#set} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default void set$mobile(Continuation c, E e) {
    set(e);
  }

  /**
   * Calls {@link ListIterator#set}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param iterator what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <E> void set(Continuation c, ListIterator<? super E> iterator, E e) {
    if (iterator instanceof MobileListIterator<?>) {
      ((MobileListIterator<E>) iterator).set$mobile(c, e);
    } else {
      iterator.set(e);
    }
  }

  /**
   * Does what {@link ListIterator#add} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default void add$mobile(Continuation c, E e) {
    add(e);
  }

  /**
   * Calls {@link ListIterator#add}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param iterator what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <E> void add(Continuation c, ListIterator<? super E> iterator, E e) {
    if (iterator instanceof MobileListIterator<?>) {
      ((MobileListIterator<E>) iterator).add$mobile(c, e);
    } else {
      iterator.add(e);
    }
  }
}
