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
  private final WorkerContext worker;
  private final Endings endings;
  private final Continuation continuation;
  private final boolean unstarted;
  private volatile byte @Nullable [] start;
  private @Nullable List<Frame> frames;
  private volatile @Nullable Crew crew;
  private volatile @Nullable Thread carrier;

  /**
   * Creates the execution.
   *
   * @param unstarted whether {@code start} is the image of a task, or of an array of images of
   *     tasks, not of frames
   * @param start where to begin; read on the carrier, since it holds objects of user classes
   */
  Execution(Host host, WorkerContext worker, Endings endings, boolean unstarted, byte[] start) {
    this.host = host;
    this.worker = worker;
    this.endings = endings;
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

  /** Tells whether it has tasks that have nothing to do with the present one. */
  boolean hasOthers() {
    Crew tasks = crew;
    return tasks != null && tasks.hasOthers();
  }

  /** Tells whether its present task has kept others waiting for too long. */
  boolean holdsUp(long now) {
    Crew tasks = crew;
    return tasks != null && tasks.holdsUp(now);
  }

  /** Tells what is to be known of the others when it becomes the present task's alone. */
  byte @Nullable [] report() {
    Crew tasks = crew;
    return tasks != null && tasks.hasOthers()
        ? worker.codec().write(tasks.report(true, worker.now()))
        : null;
  }

  /** Makes it the present task's alone: its checkpoint was made. */
  void leaveOthers() {
    crew = null;
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
      Outcome outcome = resumed != null ? continuation.resume(resumed) : begin();
      Crew tasks = crew;
      return tasks == null ? outcome : goOn(tasks, outcome);
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
      graph = worker.codec().read(image);
    } catch (RefusedException e) {
      return new Outcome.Threw(e);
    }
    if (unstarted && graph instanceof byte[][] tasks && tasks.length > 0) {
      Crew all = new Crew(tasks, worker.settings().slice(), worker.now());
      crew = all;
      return start(all.begin(worker.now()));
    }
    if (!unstarted && graph instanceof Frame[] stack) {
      return continuation.resume(Arrays.asList(stack));
    }
    return graph instanceof MobileTask task
        ? continuation.start(task)
        : new Outcome.Threw(NotMobile.refusal(graph));
  }

  /** Runs a crew's tasks until one is captured, or the crew is over. */
  private Outcome goOn(Crew tasks, Outcome first) {
    Outcome outcome = first;
    while (!(outcome instanceof Outcome.Captured)) {
      tasks.ended(endings.of(host.thread(), outcome));
      if (tasks.isOver(worker.now()) || host.isKnown()) {
        crew = null;
        byte[] report = tasks.report(false, worker.now());
        if (host.outbox().hasPartialResults()) {
          host.outbox().reportFirst(worker.codec().write(report));
        }
        return new Outcome.Returned(report);
      }
      outcome = start(tasks.begin(worker.now()));
    }
    return outcome;
  }

  private Outcome start(byte[] image) {
    try {
      Object graph = worker.codec().read(image);
      return graph instanceof MobileTask task
          ? continuation.start(task)
          : new Outcome.Threw(NotMobile.refusal(graph));
    } catch (RefusedException e) {
      return new Outcome.Threw(e);
    }
  }

  /** Lets the frames go. */
  void drop() {
    frames = null;
    start = null;
  }
}
