package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.function.LongPredicate;

/** The twin of {@link LongPredicate}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileLongPredicate extends LongPredicate {
  /**
   * Does what {@link LongPredicate#test} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default boolean test$mobile(Continuation c, long value) {
    return test(value);
  }

  /**
   * Calls {@link LongPredicate#test}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param predicate what to call it on
   */
  static boolean test(Continuation c, LongPredicate predicate, long value) {
    return predicate instanceof MobileLongPredicate mobile
        ? mobile.test$mobile(c, value)
        : predicate.test(value);
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda extends MobileLongPredicate {
    @Override
    boolean test$mobile(Continuation c, long value);

    @Override
    default boolean test(long value) {
      return test$mobile(Continuation.PINNED, value);
    }
  }
}
