package io.leverage.peer.internal.unit;

import io.leverage.RefusedException;
import io.leverage.UnreachableException;
import io.leverage.peer.internal.unit.UnitMessage.Failed;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exceptions as messages, and back: the caller's next move travels, the stack trace does not. */
public final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** Turns what a handler threw into the answer. What is a bug of ours is logged here. */
  public static Failed toMessage(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof RefusedException) {
      return new Failed(Failed.Kind.REFUSED, message(cause));
    }
    if (cause instanceof UnreachableException) {
      return new Failed(Failed.Kind.UNREACHABLE, message(cause));
    }
    if (cause instanceof FencedException) {
      return new Failed(Failed.Kind.FENCED, message(cause));
    }
    if (cause instanceof InterruptedException) {
      return new Failed(Failed.Kind.UNREACHABLE, "the peer is closing; ask another one");
    }
    LOG.error("a request failed by a bug", cause);
    return new Failed(Failed.Kind.INTERNAL, cause.toString());
  }

  /** Turns a failed answer into what the caller is to throw. */
  public static RuntimeException toException(Failed failed) {
    return switch (failed.kind()) {
      case REFUSED -> new RefusedException(failed.message());
      case UNREACHABLE -> new UnreachableException(failed.message());
      case FENCED -> new FencedException(failed.message());
      case INTERNAL ->
          new IllegalStateException(
              "a bug in Leverage: " + failed.message() + " (the peer's log has the stack trace)");
    };
  }

  /**
   * Gets an answer as what it should be.
   *
   * @throws RuntimeException what {@link #toException} says, if it is a failure; or {@link
   *     IllegalStateException} if it is another message
   */
  public static <T extends UnitMessage> T expect(Class<T> expected, UnitMessage answer) {
    if (expected.isInstance(answer)) {
      return expected.cast(answer);
    }
    if (answer instanceof Failed failed) {
      throw toException(failed);
    }
    throw new IllegalStateException(
        String.format(
            Locale.ROOT,
            "a bug in Leverage: expected %s, got %s",
            expected.getSimpleName(),
            answer.getClass().getSimpleName()));
  }

  /** Gets the cause to rethrow. */
  static RuntimeException unwrap(ExecutionException e) {
    Throwable cause = e.getCause();
    return cause instanceof UnreachableException unreachable
        ? new UnreachableException(message(unreachable), e)
        : new IllegalStateException(cause);
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }
}
