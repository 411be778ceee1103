package io.leverage.continuation;

/**
 * Something that a virtual thread waits for: a message, the application of an update.
 *
 * <p>An operation is part of the captured stack and is serialised with it. It is attempted when it
 * is met and once more each time its thread is resumed, until the {@link ContinuationHost}
 * completes it; so an implementation holds only data.
 */
public interface Operation {
  /**
   * Says what is waited for, in the words of {@code leverage why}.
   *
   * @return a phrase such as {@code receive}
   */
  String describe();
}
