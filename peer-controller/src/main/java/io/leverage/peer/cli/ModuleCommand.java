package io.leverage.peer.cli;

import java.io.PrintStream;
import java.util.List;

/**
 * A command that another module brings, which parses its own arguments.
 *
 * @param name the word that people write
 * @param summary what it does, in one line
 * @param body runs it
 */
record ModuleCommand(String name, String summary, Body body) implements Command {
  /** The entry of the command in its module. */
  @FunctionalInterface
  interface Body {
    int run(String[] arguments, PrintStream out, PrintStream err);
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    return body.run(arguments.toArray(String[]::new), out, err);
  }
}
