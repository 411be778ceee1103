package io.leverage.continuation.twin;

import io.leverage.continuation.Continuation;
import java.util.Map;

/** The twin of {@link Map.Entry}: transformed code enters it with its continuation. */
public interface MobileEntry<K, V> extends Map.Entry<K, V> {
  /**
   * Does what {@link Map.Entry#getKey} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default K getKey$mobile(Continuation c) {
    return getKey();
  }

  /**
   * Calls {@link Map.Entry#getKey}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param entry what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <K> K getKey(Continuation c, Map.Entry<? extends K, ?> entry) {
    return entry instanceof MobileEntry<?, ?>
        ? ((MobileEntry<K, ?>) entry).getKey$mobile(c)
        : entry.getKey();
  }

  /**
   * Does what {@link Map.Entry#getValue} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default V getValue$mobile(Continuation c) {
    return getValue();
  }

  /**
   * Calls {@link Map.Entry#getValue}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param entry what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <V> V getValue(Continuation c, Map.Entry<?, ? extends V> entry) {
    return entry instanceof MobileEntry<?, ?>
        ? ((MobileEntry<?, V>) entry).getValue$mobile(c)
        : entry.getValue();
  }

  /**
   * Does what {@link Map.Entry#setValue} does; a transformed override can be captured in it.
   *
   * @param c the continuation of the running thread
   */
  default V setValue$mobile(Continuation c, V value) {
    return setValue(value);
  }

  /**
   * Calls {@link Map.Entry#setValue}, through its twin where there is one.
   *
   * @param c the continuation of the running thread
   * @param entry what to call it on
   */
  @SuppressWarnings("unchecked") // the caller's types were checked before it was transformed
  static <V> V setValue(Continuation c, Map.Entry<?, V> entry, V value) {
    return entry instanceof MobileEntry<?, ?>
        ? ((MobileEntry<?, V>) entry).setValue$mobile(c, value)
        : entry.setValue(value);
  }
}
