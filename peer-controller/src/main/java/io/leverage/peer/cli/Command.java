package io.leverage.peer.cli;

import java.io.PrintStream;
import java.util.List;

/** One command of {@code leverage}. */
interface Command {
  /** Gets the word that people write. */
  String name();

  /** Gets what it does, in one line. */
  String summary();

  /**
   * Runs the command.
   *
   * @param arguments what follows its name
   * @return the exit code: 0, 1 if it could not, 2 if it was called wrongly
   * @throws UsageException if it was called wrongly
   */
  int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception;
}
