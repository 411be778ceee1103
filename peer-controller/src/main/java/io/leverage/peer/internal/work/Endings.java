package io.leverage.peer.internal.work;

import io.leverage.RefusedException;
import io.leverage.ThreadState;
import io.leverage.continuation.Outcome;
import io.leverage.continuation.UserTrace;
import io.leverage.peer.internal.unit.UnitMessage.Ending;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the ends of virtual threads: their results and failures as bytes and text. */
final class Endings {
  private static final int MOST_PLACES = 16;

  private final Codec codec;
  private final ClassLoader loader;

  Endings(Codec codec, ClassLoader loader) {
    this.codec = codec;
    this.loader = loader;
  }

  /** Makes the end of what ran to its end. */
  Ending of(String thread, Outcome outcome) {
    if (outcome instanceof Outcome.Returned returned) {
      return returned(thread, returned.value());
    } else if (outcome instanceof Outcome.Threw threw) {
      return failed(threw.failure());
    }
    throw new IllegalArgumentException(thread + " has not ended: " + outcome);
  }

  Ending returned(String thread, @Nullable Object value) {
    try {
      return new Ending(ThreadState.RETURNED.name(), codec.write(value), "");
    } catch (RefusedException e) {
      return failed(
          new RefusedException(
              "the result of " + thread + " can't be serialised: " + e.getMessage(), e));
    }
  }

  Ending failed(Throwable failure) {
    UserTrace.clean(failure, loader);
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return new Ending(ThreadState.FAILED.name(), image(failure), text.toString());
  }

  /** Names the places of the user's code in a stack, the innermost first; the first few of them. */
  List<String> places(StackTraceElement[] stack) {
    return Arrays.stream(UserTrace.clean(stack, loader))
        .limit(MOST_PLACES)
        .map(StackTraceElement::toString)
        .toList();
  }

  /** Names the innermost place of the user's code in a stack. */
  String where(StackTraceElement[] stack) {
    for (StackTraceElement element : UserTrace.clean(stack, loader)) {
      if (!element.getClassName().startsWith("java.")
          && !element.getClassName().startsWith("jdk.")) {
        return "at " + element;
      }
    }
    return "somewhere";
  }

  private byte @Nullable [] image(Throwable failure) {
    try {
      return codec.write(failure);
    } catch (RefusedException e) {
      // The text tells the user all; the exception's own state is what gets lost.
      return null;
    }
  }
}
