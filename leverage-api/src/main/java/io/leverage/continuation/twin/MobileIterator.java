package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.Iterator;

/** The twin of {@link Iterator}: transformed code enters it with its continuation. */
public interface MobileIterator<E> extends Iterator<E> {
  /**
   * Does what {@link Iterator#hasNext} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default boolean hasNext$mobile(Continuation c) {
    return hasNext();
  }

  /**
   * Calls {@link Iterator#hasNext}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param iterator what to call it on
   */
  static boolean hasNext(Continuation c, Iterator<?> iterator) {
    return iterator instanceof MobileIterator<?> mobile
        ? mobile.hasNext$mobile(c)
        : iterator.hasNext();
  }

  /**
   * Does what {@link Iterator#next} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default E next$mobile(Continuation c) {
    return next();
  }

  /**
   * Calls {@link Iterator#next}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param iterator what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <E> E next(Continuation c, Iterator<? extends E> iterator) {
    return iterator instanceof MobileIterator<?>
        ? ((MobileIterator<E>) iterator).next$mobile(c)
        : iterator.next();
  }

  /**
   * Does what {@link Iterator#remove} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default void remove$mobile(Continuation c) {
    remove();
  }

  /**
   * Calls {@link Iterator#remove}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param iterator what to call it on
   */
  static void remove(Continuation c, Iterator<?> iterator) {
    if (iterator instanceof MobileIterator<?> mobile) {
      mobile.remove$mobile(c);
    } else {
      iterator.remove();
    }
  }
}
