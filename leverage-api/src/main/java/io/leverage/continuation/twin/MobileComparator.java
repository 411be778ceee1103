package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.Comparator;

/** The twin of {@link Comparator}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileComparator<T> extends Comparator<T> {
  /**
   * Does what {@link Comparator#compare} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default int compare$mobile(Continuation c, T a, T b) {
    return compare(a, b);
  }

  /**
   * Calls {@link Comparator#compare}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param comparator what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T> int compare(Continuation c, Comparator<? super T> comparator, T a, T b) {
    return comparator instanceof MobileComparator<?>
        ? ((MobileComparator<T>) comparator).compare$mobile(c, a, b)
        : comparator.compare(a, b);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T> extends MobileComparator<T> {
    @Override
    int compare$mobile(Continuation c, T a, T b);

    @Override
    default int compare(T a, T b) {
      return compare$mobile(Continuation.PINNED, a, b);
    }
  }
}
