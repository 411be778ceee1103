package io.leverage.runtime.internal.exec;

import io.leverage.RefusedException;
import io.leverage.runtime.MobileProgram;
import io.leverage.runtime.MobileProgram.Ending;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** One run of a program: run, capture, move to a fresh class loader, resume, until it ends. */
public final class ProgramRun {
  private final MobileProgram program;
  private final LongPredicate captureAt;
  private final @Nullable FrozenProgram start;
  private final Incarnations incarnations;

  /**
   * Creates a run, which ends with a {@link RefusedException} if the state can't be written.
   *
   * @param program the program
   * @param captureAt at which safepoints to capture
   */
  public ProgramRun(MobileProgram program, LongPredicate captureAt) {
    this(
        program,
        captureAt,
        null,
        List.of(),
        refusal -> {
          throw refusal;
        });
  }

  /**
   * Creates a run.
   *
   * @param program the program
   * @param captureAt at which safepoints to capture
   * @param start where to go on; null to start the program's main
   * @param standard what a frozen program finds again in each process, such as standard streams
   * @param refused is told when the state can't be written; if it returns, the program goes on
   *     where it is
   */
  public ProgramRun(
      MobileProgram program,
      LongPredicate captureAt,
      @Nullable FrozenProgram start,
      List<Object> standard,
      Consumer<RefusedException> refused) {
    this.program = program;
    this.captureAt = captureAt;
    this.start = start;
    this.incarnations =
        new Incarnations(
            program.classPath(),
            refused,
            start == null ? List.of() : start.initialised(),
            standard);
  }

  /** Lets the run end where it is captured first, with {@link #frozen} as its result. */
  public void freeze() {
    incarnations.freeze();
  }

  /** Sets what is told, in the program's own thread, what its {@code main} threw. */
  public void onUncaught(Consumer<Throwable> listener) {
    incarnations.onUncaught(listener);
  }

  /** Gets what was frozen; null if the program ended before. */
  public @Nullable FrozenProgram frozen() {
    byte[] state = incarnations.frozen();
    return state == null
        ? null
        : new FrozenProgram(program.mainClass(), incarnations.initialised(), state);
  }

  /** Runs the program to the end of its {@code main}. */
  public Ending run() throws InterruptedException {
    return start != null
        ? incarnations.thaw(start.state(), captureAt)
        : incarnations.run(
            loader ->
                MainMethod.find(loader, program.mainClass())
                    .bind(program.arguments().toArray(String[]::new)),
            captureAt);
  }

  /** Waits for the program's own threads, daemons aside. */
  public void awaitThreads() throws InterruptedException {
    incarnations.awaitThreads();
  }
}
