package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.Predicate;

/** The twin of {@link Predicate}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobilePredicate<T> extends Predicate<T> {
  /**
   * Does what {@link Predicate#test} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default boolean test$mobile(Continuation c, T t) {
    return test(t);
  }

  /**
   * Calls {@link Predicate#test}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param predicate what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T> boolean test(Continuation c, Predicate<? super T> predicate, T t) {
    return predicate instanceof MobilePredicate<?>
        ? ((MobilePredicate<T>) predicate).test$mobile(c, t)
        : predicate.test(t);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T> extends MobilePredicate<T> {
    @Override
    boolean test$mobile(Continuation c, T t);

    @Override
    default boolean test(T t) {
      return test$mobile(Continuation.PINNED, t);
    }
  }
}
