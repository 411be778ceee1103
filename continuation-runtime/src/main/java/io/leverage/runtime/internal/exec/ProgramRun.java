package io.leverage.runtime.internal.exec;

import io.leverage.RefusedException;
import io.leverage.continuation.Continuation;
import io.leverage.continuation.Frame;
import io.leverage.continuation.MobileTask;
import io.leverage.continuation.Outcome;
import io.leverage.runtime.MobileProgram;
import io.leverage.runtime.MobileProgram.Ending;
import io.leverage.runtime.StateCodec;
import io.leverage.runtime.internal.codec.StaticField;
import io.leverage.spi.Access;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** One run of a program: run, capture, move to a fresh class loader, resume, until it ends. */
public final class ProgramRun {
  /** A resumed activation takes more of the stack than before, and deep graphs recurse. */
  private static final long STACK_BYTES = 512L << 20;

  private final MobileProgram program;
  private final boolean mobile;
  private final ExecHost host;
  private final ThreadGroup group = new ThreadGroup("main");
  private ProgramLoader loader;
  private long captures;
  private int largest;

  /**
   * Creates a run.
   *
   * @param program the program
   * @param captureAt at which safepoints to capture
   */
  public ProgramRun(MobileProgram program, LongPredicate captureAt) {
    this.program = program;
    this.mobile = captureAt != MobileProgram.NEVER;
    this.host = new ExecHost(captureAt, this::isAlone);
    this.loader =
        new ProgramLoader(
            program.classPath().toArray(URL[]::new), ProgramRun.class.getClassLoader());
  }

  /** Runs the program to the end of its {@code main}. */
  public Ending run() throws InterruptedException {
    FutureTask<Outcome> main = new FutureTask<>(this::drive);
    Thread thread = new Thread(group, main, "main", mobile ? STACK_BYTES : 0);
    thread.setContextClassLoader(loader);
    thread.start();
    Outcome outcome;
    try {
      outcome = main.get();
      thread.join();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RefusedException refused
          ? refused
          : new IllegalStateException("the run broke: " + e.getCause(), e.getCause());
    }
    Throwable failure = outcome instanceof Outcome.Threw threw ? threw.failure() : null;
    if (failure != null) {
      UserTrace.of(loader).clean(failure);
    }
    return new Ending(failure, host.safepoints(), captures, largest);
  }

  /** Waits for the program's own threads, daemons aside. */
  public void awaitThreads() throws InterruptedException {
    for (Thread thread : others()) {
      if (!thread.isDaemon()) {
        thread.join();
        awaitThreads();
        return;
      }
    }
  }

  private List<Thread> others() {
    Thread[] threads = new Thread[group.activeCount() + 16];
    int count = group.enumerate(threads);
    return Arrays.stream(threads, 0, count)
        .filter(thread -> thread != Thread.currentThread() && thread.isAlive())
        .toList();
  }

  private boolean isAlone() {
    return others().isEmpty();
  }

  private Outcome drive() {
    Access.enter(host);
    try {
      Outcome outcome = continuation().start(entry());
      while (outcome instanceof Outcome.Captured captured) {
        outcome = continuation().resume(move(captured.frames()));
      }
      return outcome;
    } finally {
      Access.enter(null);
    }
  }

  private Continuation continuation() {
    Continuation continuation = new Continuation(host);
    continuation.poll = mobile;
    return continuation;
  }

  private MobileTask entry() {
    return MainMethod.find(loader, program.mainClass())
        .bind(program.arguments().toArray(String[]::new));
  }

  /** Takes a captured stack and the statics from this incarnation's loader to the next one's. */
  private List<Frame> move(List<Frame> frames) {
    List<Object> carried = new ArrayList<>();
    List<Object> state = new ArrayList<>(loader.statics().stream().map(StaticField::new).toList());
    state.add(frames.toArray(Frame[]::new));
    byte[] bytes = StateCodec.inProcess(loader, carried, loader::handOver).write(state.toArray());
    captures++;
    largest = Math.max(largest, bytes.length);

    ProgramLoader next = loader.successor();
    Object restored = StateCodec.inProcess(next, carried, next::handOver).read(bytes);
    loader = next;
    Thread.currentThread().setContextClassLoader(next);
    return List.of((Frame[]) last(restored));
  }

  private static Object last(@Nullable Object state) {
    if (state instanceof Object[] parts && parts.length > 0) {
      return parts[parts.length - 1];
    }
    throw new AssertionError("the state holds no frames");
  }
}
