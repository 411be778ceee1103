package io.leverage.conformance.cli;

import io.leverage.conformance.internal.Mode;
import io.leverage.conformance.internal.TestRun;
import java.nio.file.Path;

/** The process that runs the tests of one library in one way. */
public final class RunTests {
  private RunTests() {}

  /**
   * Runs them.
   *
   * @param args the mode, the project's folder, the seed, the captures wanted per test, and what
   *     finds the tests to run
   */
  public static void main(String[] args) throws Exception {
    new TestRun(
            Mode.valueOf(args[0]),
            Path.of(args[1]),
            Long.parseLong(args[2]),
            Long.parseLong(args[3]),
            args[4])
        .run();
    System.exit(0); // the tests may leave threads behind
  }
}
