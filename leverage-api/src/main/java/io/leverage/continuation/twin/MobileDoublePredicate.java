package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.DoublePredicate;

/** The twin of {@link DoublePredicate}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileDoublePredicate extends DoublePredicate {
  /**
   * Does what {@link DoublePredicate#test} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default boolean test$mobile(Continuation c, double value) {
    return test(value);
  }

  /**
   * Calls {@link DoublePredicate#test}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param predicate what to call it on
   */
  static boolean test(Continuation c, DoublePredicate predicate, double value) {
    return predicate instanceof MobileDoublePredicate mobile
        ? mobile.test$mobile(c, value)
        : predicate.test(value);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileDoublePredicate {
    @Override
    boolean test$mobile(Continuation c, double value);

    @Override
    default boolean test(double value) {
      return test$mobile(Continuation.PINNED, value);
    }
  }
}
