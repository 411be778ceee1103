package io.leverage.runtime.internal.exec;

import io.leverage.RefusedException;
import io.leverage.continuation.Continuation;
import io.leverage.continuation.Frame;
import io.leverage.continuation.MobileTask;
import io.leverage.continuation.Outcome;
import io.leverage.continuation.UserTrace;
import io.leverage.runtime.MobileProgram;
import io.leverage.runtime.MobileProgram.Ending;
import io.leverage.runtime.StateCodec;
import io.leverage.runtime.internal.codec.StandardStreamSerializer;
import io.leverage.runtime.internal.codec.StaticField;
import io.leverage.spi.Access;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A program's classes, statics and objects in this process. While a task runs, they and its stack
 * move from one class loader to the next: captured, serialised to bytes, and resumed there.
 */
public final class Incarnations {
  /** A resumed activation takes more of the stack than before, and deep graphs recurse. */
  private static final long STACK_BYTES = 512L << 20;

  private final ThreadGroup group = new ThreadGroup("main");
  private final OtherThreads others = new OtherThreads(group);
  private final Consumer<RefusedException> refused;
  private final List<Object> standard;
  private ClassLoader loader;
  private Consumer<Throwable> uncaught = failure -> {};
  private @Nullable Object[] roots = {};
  private List<Frame> lastCaptured = List.of();
  private boolean freezes;
  private boolean saidWhy;
  private byte @Nullable [] frozen;
  private long captures;
  private int largest;

  /**
   * Creates the first incarnation.
   *
   * @param classPath the preprocessed classes, and libraries that have statics of their own
   * @param refused is told when the state can't be written; if it returns, the task goes on where
   *     it is
   */
  public Incarnations(List<URL> classPath, Consumer<RefusedException> refused) {
    this(classPath, refused, List.of(), List.of());
  }

  /**
   * Creates the incarnation in which a frozen program goes on.
   *
   * @param classPath the preprocessed classes, and libraries that have statics of their own
   * @param refused is told when the state can't be written
   * @param initialised the classes whose initialisers must not run again
   * @param standard what a frozen program finds again in each process, such as standard streams
   */
  Incarnations(
      List<URL> classPath,
      Consumer<RefusedException> refused,
      List<String> initialised,
      List<Object> standard) {
    this.refused = refused;
    this.standard = standard;
    loader =
        new ProgramLoader(
            classPath.toArray(URL[]::new), Incarnations.class.getClassLoader(), initialised);
  }

  /** Lets a run end where it is captured first, with {@link #frozen} as its result. */
  void freeze() {
    freezes = true;
  }

  /** Sets what is told, in the program's own thread, what its main method threw. */
  void onUncaught(Consumer<Throwable> listener) {
    uncaught = listener;
  }

  /** Gets the state that was frozen; null if the run ended before. */
  byte @Nullable [] frozen() {
    return frozen;
  }

  /** Gets the names of the classes that were initialised. */
  List<String> initialised() {
    return loader instanceof ProgramLoader program
        ? List.copyOf(program.initialisedNames())
        : List.of();
  }

  /**
   * Keeps a program where it is: it is not preprocessed.
   *
   * @param loader loads the program
   */
  public Incarnations(ClassLoader loader) {
    this.refused = refusal -> {};
    this.standard = List.of();
    this.loader = loader;
  }

  /** Gets the class loader of the present incarnation. */
  public ClassLoader loader() {
    return loader;
  }

  /** Gets the objects that move with the program; the array is of the present incarnation. */
  public @Nullable Object[] roots() {
    return roots;
  }

  /** Sets the objects that move with the program. */
  public void setRoots(@Nullable Object[] roots) {
    this.roots = roots;
  }

  /** Gets the stack of the newest capture, innermost frame first; empty before the first. */
  public List<StackTraceElement> lastCaptured() {
    return lastCaptured.stream().map(Incarnations::element).toList();
  }

  private static StackTraceElement element(Frame frame) {
    String method = frame.method();
    int dot = method.lastIndexOf('.');
    String type = method.substring(0, Math.max(dot, 0));
    return new StackTraceElement(
        type,
        method.substring(dot + 1),
        type.substring(type.lastIndexOf('.') + 1).replaceFirst("\\$.*", "") + ".java",
        frame.line());
  }

  /**
   * Runs a task to its end.
   *
   * @param task gives the task, in the loader that it starts in
   * @param captureAt whether to capture at the n-th safepoint, counted from 1
   * @return how the run ended
   */
  public Ending run(Function<ClassLoader, MobileTask> task, LongPredicate captureAt)
      throws InterruptedException {
    return complete(continuation -> continuation.start(task.apply(loader)), captureAt);
  }

  /**
   * Lets a frozen program go on to its end.
   *
   * @param state what was frozen
   * @param captureAt whether to capture at the n-th safepoint, counted from 1
   * @return how the run ended
   */
  Ending thaw(byte[] state, LongPredicate captureAt) throws InterruptedException {
    return complete(
        continuation -> continuation.resume(thawed((ProgramLoader) loader, state, standard)),
        captureAt);
  }

  /** Restores the statics and the stack of a frozen program, without going on. */
  static List<Frame> thawed(ProgramLoader loader, byte[] state, List<Object> standard) {
    Thread.currentThread().setContextClassLoader(loader);
    Object restored = StateCodec.betweenProcesses(loader, standard, loader::handOver).read(state);
    return frames(parts(restored));
  }

  private Ending complete(Function<Continuation, Outcome> start, LongPredicate captureAt)
      throws InterruptedException {
    boolean mobile = captureAt != MobileProgram.NEVER;
    ExecHost host = new ExecHost(captureAt, this::canMove);
    captures = 0;
    largest = 0;
    FutureTask<Outcome> main = new FutureTask<>(() -> drive(start, host, mobile));
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
    return new Ending(failure, host.safepoints(), captures, largest);
  }

  /** Waits for the program's own threads, daemons aside. */
  public void awaitThreads() throws InterruptedException {
    for (Thread thread : others.own()) {
      if (!thread.isDaemon()) {
        thread.join();
        awaitThreads();
        return;
      }
    }
  }

  private boolean canMove() {
    String tie = loader instanceof ProgramLoader program ? Ties.of(program) : null;
    if (tie != null && !saidWhy) {
      saidWhy = true;
      refused.accept(
          new RefusedException(
              tie
                  + ": the JVM uses what it was handed at any time, with the objects and statics"
                  + " that are here now. Do without it, or let it end before this safepoint."));
    }
    return tie == null && others.areIdle();
  }

  private Outcome drive(Function<Continuation, Outcome> start, ExecHost host, boolean mobile) {
    Access.enter(host);
    try {
      Outcome outcome = start.apply(continuation(host, mobile));
      while (outcome instanceof Outcome.Captured captured) {
        lastCaptured = captured.frames();
        if (freezes) {
          freeze((ProgramLoader) loader, captured.frames());
          return new Outcome.Returned(null);
        }
        outcome = continuation(host, mobile).resume(move(captured.frames()));
      }
      if (outcome instanceof Outcome.Threw threw) {
        UserTrace.clean(threw.failure(), loader);
        uncaught.accept(threw.failure());
      }
      return outcome;
    } finally {
      Access.enter(null);
    }
  }

  private static Continuation continuation(ExecHost host, boolean mobile) {
    Continuation continuation = new Continuation(host);
    continuation.poll = mobile;
    return continuation;
  }

  /** Takes a captured stack, the roots and the statics from this loader to the next one. */
  private List<Frame> move(List<Frame> frames) {
    if (!(loader instanceof ProgramLoader from)) {
      throw new AssertionError("code that was not preprocessed was captured");
    }
    List<Object> carried = new ArrayList<>();
    byte[] bytes;
    try {
      bytes = StateCodec.inProcess(from, carried, from::handOver).write(movingState(from, frames));
    } catch (RefusedException e) {
      refused.accept(e);
      return frames;
    }
    captures++;
    largest = Math.max(largest, bytes.length);

    ProgramLoader next = from.successor();
    Object restored = StateCodec.inProcess(next, carried, next::handOver).read(bytes);
    Object[] parts = parts(restored);
    loader = next;
    Thread.currentThread().setContextClassLoader(next);
    roots = (Object[]) parts[parts.length - 2];
    return frames(parts);
  }

  private void freeze(ProgramLoader from, List<Frame> frames) {
    byte[] bytes =
        StateCodec.betweenProcesses(from, standard, from::handOver).write(state(from, frames));
    captures++;
    largest = Math.max(largest, bytes.length);
    frozen = bytes;
  }

  /** With the standard streams, which a program may have set to some of its own. */
  private Object[] movingState(ProgramLoader from, List<Frame> frames) {
    List<Object> state = new ArrayList<>();
    state.add(StandardStreamSerializer.all());
    state.addAll(List.of(state(from, frames)));
    return state.toArray();
  }

  /** The static fields, the roots, and the stack. */
  private Object[] state(ProgramLoader from, List<Frame> frames) {
    List<Object> state = new ArrayList<>(from.statics().stream().map(StaticField::new).toList());
    state.add(roots);
    state.add(frames.toArray(Frame[]::new));
    return state.toArray();
  }

  private static Object[] parts(@Nullable Object restored) {
    if (restored instanceof Object[] parts && parts.length > 1) {
      return parts;
    }
    throw new AssertionError("the state holds no frames");
  }

  private static List<Frame> frames(Object[] parts) {
    return List.of((Frame[]) parts[parts.length - 1]);
  }
}
