package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.IntPredicate;

/** The twin of {@link IntPredicate}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileIntPredicate extends IntPredicate {
  /**
   * Does what {@link IntPredicate#test} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default boolean test$mobile(Continuation c, int value) {
    return test(value);
  }

  /**
   * Calls {@link IntPredicate#test}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param predicate what to call it on
   */
  static boolean test(Continuation c, IntPredicate predicate, int value) {
    return predicate instanceof MobileIntPredicate mobile
        ? mobile.test$mobile(c, value)
        : predicate.test(value);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileIntPredicate {
    @Override
    boolean test$mobile(Continuation c, int value);

    @Override
    default boolean test(int value) {
      return test$mobile(Continuation.PINNED, value);
    }
  }
}
