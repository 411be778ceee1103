package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;

/** The twin of {@link Comparable}: transformed code enters it with its continuation. */
@FunctionalInterface
@SuppressWarnings("ComparableType") // it is compared with what its original is compared with
public interface MobileComparable<T> extends Comparable<T> {
  /**
   * Does what {@link Comparable#compareTo} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default int compareTo$mobile(Continuation c, T other) {
    return compareTo(other);
  }

  /**
   * Calls {@link Comparable#compareTo}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param one what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T> int compareTo(Continuation c, Comparable<? super T> one, T other) {
    return one instanceof MobileComparable<?>
        ? ((MobileComparable<T>) one).compareTo$mobile(c, other)
        : one.compareTo(other);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T> extends MobileComparable<T> {
    @Override
    int compareTo$mobile(Continuation c, T other);

    @Override
    default int compareTo(T other) {
      return compareTo$mobile(Continuation.PINNED, other);
    }
  }
}
