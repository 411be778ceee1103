package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import io.leverage.continuation.Iteration;
import java.util.Iterator;

/** The twin of {@link Iterable}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileIterable<T> extends Iterable<T> {
  /**
   * Does what {@link Iterable#iterator} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default Iterator<T> iterator$mobile(Continuation c) {
    return iterator();
  }

  /**
   * Calls {@link Iterable#iterator}, through its twin where there is one; the iterator of a JDK
   * collection can travel.
   *
   * @param c the continuation of the running thread
   * @param iterable what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T> Iterator<T> iterator(Continuation c, Iterable<? extends T> iterable) {
    return (Iterator<T>)
        (iterable instanceof MobileIterable<?> mobile
            ? mobile.iterator$mobile(c)
            : Iteration.iterator(iterable));
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T> extends MobileIterable<T> {
    @Override
    Iterator<T> iterator$mobile(Continuation c);

    @Override
    default Iterator<T> iterator() {
      return iterator$mobile(Continuation.PINNED);
    }
  }
}
