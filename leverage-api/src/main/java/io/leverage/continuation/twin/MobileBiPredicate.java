package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.BiPredicate;

/** The twin of {@link BiPredicate}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileBiPredicate<T, U> extends BiPredicate<T, U> {
  /**
   * Does what {@link BiPredicate#test} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default boolean test$mobile(Continuation c, T t, U u) {
    return test(t, u);
  }

  /**
   * Calls {@link BiPredicate#test}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param predicate what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <T, U> boolean test(
      Continuation c, BiPredicate<? super T, ? super U> predicate, T t, U u) {
    return predicate instanceof MobileBiPredicate<?, ?>
        ? ((MobileBiPredicate<T, U>) predicate).test$mobile(c, t, u)
        : predicate.test(t, u);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<T, U> extends MobileBiPredicate<T, U> {
    @Override
    boolean test$mobile(Continuation c, T t, U u);

    @Override
    default boolean test(T t, U u) {
      return test$mobile(Continuation.PINNED, t, u);
    }
  }
}
