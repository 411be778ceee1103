package io.leverage.peer.internal.client;

import io.leverage.RefusedException;
import io.leverage.TaskCancelledException;
import io.leverage.TaskFailedException;
import io.leverage.ThreadState;
import io.leverage.peer.internal.unit.UnitMessage.ThreadStatus;
import io.leverage.peer.internal.work.Codec;
import org.jspecify.annotations.Nullable;

/** Turns how a virtual thread ended into what its caller gets. */
final class ThreadEnd {
  private ThreadEnd() {}

  /** Gets the result, or throws what the end calls for. */
  static @Nullable Object result(ThreadStatus end, Codec codec) {
    byte[] image = end.result();
    return switch (ThreadState.valueOf(end.state())) {
      case RETURNED -> codec.read(image == null ? new byte[0] : image);
      case FAILED -> throw failure(end, codec);
      case CANCELLED ->
          throw new TaskCancelledException(end.thread() + " was cancelled: " + end.reason());
      case WAITING, RUNNING ->
          throw new RefusedException(
              end.thread() + " has not ended: wait for it with join() or result()");
    };
  }

  private static TaskFailedException failure(ThreadStatus end, Codec codec) {
    byte[] image = end.result();
    if (image != null) {
      try {
        if (codec.read(image) instanceof Throwable cause) {
          return new TaskFailedException(end.thread() + " failed: " + cause, cause);
        }
      } catch (RefusedException e) {
        // Its class isn't known here, so the text has to do.
        return asText(end);
      }
    }
    return asText(end);
  }

  private static TaskFailedException asText(ThreadStatus end) {
    String text = end.failure().isEmpty() ? end.reason() : end.failure();
    return new TaskFailedException(end.thread() + " failed: " + text.strip());
  }
}
