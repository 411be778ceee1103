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
  private final @Nullable FrozenProgram start;
  private final List<Object> standard;
  private boolean freezes;
  private @Nullable FrozenProgram frozen;
  private long captures;
  private int largest;

  /**
   * Creates a run.
   *
   * @param program the program
   * @param captureAt at which safepoints to capture
   */
  public ProgramRun(MobileProgram program, LongPredicate captureAt) {
    this(program, captureAt, null, List.of());
  }

  /**
   * Creates a run.
   *
   * @param program the program
   * @param captureAt at which safepoints to capture
   * @param start where to go on; null to start the program's main
   * @param standard what a frozen program finds again in each process, such as standard streams
   */
  public ProgramRun(
      MobileProgram program,
      LongPredicate captureAt,
      @Nullable FrozenProgram start,
      List<Object> standard) {
    this.program = program;
    this.start = start;
    this.standard = standard;
    this.mobile = captureAt != MobileProgram.NEVER;
    this.host = new ExecHost(captureAt, this::isAlone);
    this.loader =
        new ProgramLoader(
            program.classPath().toArray(URL[]::new),
            ProgramRun.class.getClassLoader(),
            start == null ? List.of() : start.initialised());
  }

  /** Lets the run end where it is captured first, with {@link #frozen} as its result. */
  public void freeze() {
    freezes = true;
  }

  /** Gets what was frozen; null if the program ended before. */
  public @Nullable FrozenProgram frozen() {
    return frozen;
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
      Outcome outcome =
          start == null
              ? continuation().start(entry())
              : continuation().resume(thawed(loader, start, standard));
      while (outcome instanceof Outcome.Captured captured) {
        if (freezes) {
          frozen = frozen(captured.frames());
          return new Outcome.Returned(null);
        }
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

  private FrozenProgram frozen(List<Frame> frames) {
    byte[] bytes =
        StateCodec.betweenProcesses(loader, standard, loader::handOver).write(state(frames));
    captures++;
    largest = Math.max(largest, bytes.length);
    return new FrozenProgram(program.mainClass(), List.copyOf(loader.initialisedNames()), bytes);
  }

  /** Restores the statics and the stack of a frozen program, without going on. */
  static List<Frame> thawed(ProgramLoader loader, FrozenProgram frozen, List<Object> standard) {
    Thread.currentThread().setContextClassLoader(loader);
    Object restored =
        StateCodec.betweenProcesses(loader, standard, loader::handOver).read(frozen.state());
    return List.of((Frame[]) last(restored));
  }

  private Object[] state(List<Frame> frames) {
    List<Object> state = new ArrayList<>(loader.statics().stream().map(StaticField::new).toList());
    state.add(frames.toArray(Frame[]::new));
    return state.toArray();
  }

  /** Takes a captured stack and the statics from this incarnation's loader to the next one's. */
  private List<Frame> move(List<Frame> frames) {
    List<Object> carried = new ArrayList<>();
    byte[] bytes = StateCodec.inProcess(loader, carried, loader::handOver).write(state(frames));
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
