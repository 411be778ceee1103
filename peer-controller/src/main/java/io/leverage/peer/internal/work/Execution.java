package io.leverage.peer.internal.work;

import io.leverage.RefusedException;
import io.leverage.continuation.Continuation;
import io.leverage.continuation.Frame;
import io.leverage.continuation.MobileTask;
import io.leverage.continuation.Outcome;
import io.leverage.spi.Access;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stack of a virtual thread, and running it. Used by one carrier at a time. */
final class Execution {
  private final Host host;
  private final Codec codec;
  private final Continuation continuation;
  private final boolean unstarted;
  private volatile byte @Nullable [] start;
  private @Nullable List<Frame> frames;
  private volatile @Nullable Thread carrier;

  /**
   * Creates the execution.
   *
   * @param unstarted whether {@code start} is the image of a task, not of frames
   * @param start where to begin; read on the carrier, since it holds objects of user classes
   */
  Execution(Host host, Codec codec, boolean unstarted, byte[] start) {
    this.host = host;
    this.codec = codec;
    this.continuation = new Continuation(host);
    this.unstarted = unstarted;
    this.start = start;
  }

  /** Tells whether it has not run here yet. */
  boolean hasNotRun() {
    return start != null;
  }

  /** Gets the captured frames; null while it runs or has not run. */
  @Nullable List<Frame> frames() {
    return frames;
  }

  void captured(List<Frame> stack) {
    frames = stack;
  }

  /** Has the next safepoint ask. */
  void pollNow() {
    continuation.poll = true;
  }

  /** Must come before the reasons to capture are read, so that none is missed. */
  void clearPoll() {
    continuation.poll = false;
  }

  /** Gets the stack of the carrier that runs it now; empty if none does. */
  StackTraceElement[] stackTrace() {
    Thread on = carrier;
    return on == null ? new StackTraceElement[0] : on.getStackTrace();
  }

  /** Runs it until it ends or is captured. */
  Outcome run() {
    carrier = Thread.currentThread();
    Access.enter(host);
    try {
      List<Frame> resumed = frames;
      frames = null;
      return resumed != null ? continuation.resume(resumed) : begin();
    } finally {
      Access.enter(null);
      carrier = null;
    }
  }

  private Outcome begin() {
    byte[] image = start;
    start = null;
    if (image == null) {
      throw new AssertionError("nothing to begin with");
    }
    Object graph;
    try {
      graph = codec.read(image);
    } catch (RefusedException e) {
      return new Outcome.Threw(e);
    }
    if (!unstarted && graph instanceof Frame[] stack) {
      return continuation.resume(Arrays.asList(stack));
    }
    return graph instanceof MobileTask task
        ? continuation.start(task)
        : new Outcome.Threw(NotMobile.refusal(graph));
  }

  /** Lets the frames go. */
  void drop() {
    frames = null;
    start = null;
  }
}
