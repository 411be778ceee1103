package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.concurrent.Callable;

/** The twin of {@link Callable}: transformed code enters it with its continuation. */
@FunctionalInterface
public interface MobileCallable<V> extends Callable<V> {
  /**
   * Does what {@link Callable#call} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   * @throws Exception as the original declares
   */
  default V call$mobile(Continuation c) throws Exception {
    return call();
  }

  /**
   * Calls {@link Callable#call}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param callable what to call it on
   * @throws Exception as the original declares
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <V> V call(Continuation c, Callable<? extends V> callable) throws Exception {
    return callable instanceof MobileCallable<?>
        ? ((MobileCallable<V>) callable).call$mobile(c)
        : callable.call();
  }

  /** A lambda that can be captured: its body is the twin. */
  @FunctionalInterface
  interface Lambda<V> extends MobileCallable<V> {
    @Override
    V call$mobile(Continuation c) throws Exception;

    @Override
    default V call() throws Exception {
      return call$mobile(Continuation.PINNED);
    }
  }
}
