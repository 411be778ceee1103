package io.leverage.peer.cli;

import java.io.PrintStream;
import java.util.List;

/**
 * One command of {@code leverage}.
 *
 * <p>A jar on the class path may bring more: it names its implementations, each with a public
 * constructor without parameters, in {@code META-INF/services/io.leverage.peer.cli.Command}. The
 * names of Leverage's own commands can't be taken.
 */
public interface Command {
  /** Gets the word that people write. */
  String name();

  /** Gets what it does, in one line. */
  String summary();

  /**
   * Runs the command.
   *
   * @param arguments what follows its name
   * @param out for what it tells
   * @param err for what is wrong
   * @return the exit code: 0, 1 if it could not, 2 if it was called wrongly
   * @throws UsageException if it was called wrongly
   * @throws io.leverage.LeverageException if it could not, for a reason that the user can mend
   * @throws Exception if it has a bug
   */
  int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception;
}
