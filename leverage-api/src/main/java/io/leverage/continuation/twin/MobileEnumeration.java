package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.Enumeration;

/** The twin of {@link Enumeration}: transformed code enters it with its continuation. */
@SuppressWarnings("JdkObsolete") // the programs that it serves are older
public interface MobileEnumeration<E> extends Enumeration<E> {
  /**
   * Does what {@link Enumeration#hasMoreElements} does; a transformed override can be captured in
   * it.
   *
   * @param c the continuation of the running thread
   */
  default boolean hasMoreElements$mobile(Continuation c) {
    return hasMoreElements();
  }

  /**
   * Calls {@link Enumeration#hasMoreElements}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param enumeration what to call it on
   */
  static boolean hasMoreElements(Continuation c, Enumeration<?> enumeration) {
    return enumeration instanceof MobileEnumeration<?> mobile
        ? mobile.hasMoreElements$mobile(c)
        : enumeration.hasMoreElements();
  }

  /**
   * Does what {@link Enumeration#nextElement} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default E nextElement$mobile(Continuation c) {
    return nextElement();
  }

  /**
   * Calls {@link Enumeration#nextElement}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param enumeration what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <E> E nextElement(Continuation c, Enumeration<? extends E> enumeration) {
    return enumeration instanceof MobileEnumeration<?>
        ? ((MobileEnumeration<E>) enumeration).nextElement$mobile(c)
        : enumeration.nextElement();
  }
}
