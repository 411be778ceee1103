package io.leverage;

import org.jspecify.annotations.Nullable;

/**
 * A message that a virtual thread received.
 *
 * @param sender the name of the virtual thread that sent it
 * @param payload a copy of what was sent
 */
public record Message(String sender, @Nullable Object payload) {
  /**
   * Gets the payload with its type.
   *
   * @param type what the payload must be
   * @param <T> its type
   * @return the payload
   * @throws RefusedException if the payload is of another type or null; the message names both
   */
  public <T> T payload(Class<T> type) {
    if (!type.isInstance(payload)) {
      throw new RefusedException(
          "the message from "
              + sender
              + " holds "
              + (payload == null ? "null" : "a " + payload.getClass().getName())
              + ", not a "
              + type.getName());
    }
    return type.cast(payload);
  }
}
