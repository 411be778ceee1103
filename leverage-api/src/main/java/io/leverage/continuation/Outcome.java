package io.leverage.continuation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one run of a continuation ended. */
public sealed interface Outcome {
  /** The task returned. */
  record Returned(@Nullable Object value) implements Outcome {}

  /** The task threw. */
  record Threw(Throwable failure) implements Outcome {}

  /**
   * The stack was captured.
   *
   * @param frames the frames, innermost first
   * @param waitingFor the operation that the thread waits for; null if a safepoint was polled
   */
  record Captured(List<Frame> frames, @Nullable Operation waitingFor) implements Outcome {}
}
