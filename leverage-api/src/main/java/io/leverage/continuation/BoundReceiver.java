package io.leverage.continuation;

import java.util.Objects;
import java.util.function.Function;

/** Binds a method reference to its object, which is evaluated and checked when it is created. */
public final class BoundReceiver {
  private BoundReceiver() {}

  /**
   * Makes the object of {@code receiver::m}.
   *
   * @param <T> the receiver's type
   * @param <F> the functional interface
   * @param receiver what the method will be called on; not null
   * @param reference makes the object from the receiver
   * @return the object
   */
  public static <T, F> F bind(T receiver, Function<? super T, ? extends F> reference) {
    return reference.apply(Objects.requireNonNull(receiver));
  }
}
