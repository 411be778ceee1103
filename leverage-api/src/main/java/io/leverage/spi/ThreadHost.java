package io.leverage.spi;

import io.leverage.continuation.ContinuationHost;
import org.jspecify.annotations.Nullable;

/** What a worker provides to the virtual thread that it runs. Used only by the thread itself. */
public interface ThreadHost extends ContinuationHost, GlobalAccess {
  /** Gets the virtual computer's id. */
  String computer();

  /** Gets the thread's name. */
  String name();

  /** Adds a message to the thread's outbox. */
  void send(String receiver, @Nullable Object payload);

  /** Adds a partial result to the thread's outbox. */
  void report(Object partialResult);
}
