package io.leverage.runtime.internal.exec;

import io.leverage.runtime.MobileProgram;
import io.leverage.runtime.MobileProgram.Ending;
import java.util.function.LongPredicate;

/** One run of a program: run, capture, move to a fresh class loader, resume, until it ends. */
public final class ProgramRun {
  private final MobileProgram program;
  private final LongPredicate captureAt;
  private final Incarnations incarnations;

  /**
   * Creates a run.
   *
   * @param program the program
   * @param captureAt at which safepoints to capture
   */
  public ProgramRun(MobileProgram program, LongPredicate captureAt) {
    this.program = program;
    this.captureAt = captureAt;
    this.incarnations =
        new Incarnations(
            program.classPath(),
            refusal -> {
              throw refusal;
            });
  }

  /** Runs the program to the end of its {@code main}. */
  public Ending run() throws InterruptedException {
    return incarnations.run(
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
