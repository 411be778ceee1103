package io.leverage.peer.cli;

import java.io.PrintStream;
import java.util.List;

/** A command that another module implements, with its own options and help. */
record DelegatedCommand(String name, String summary, Tool tool) implements Command {
  /** The other module's way in. */
  @FunctionalInterface
  interface Tool {
    int run(String[] arguments, PrintStream out, PrintStream err);
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    return tool.run(arguments.toArray(String[]::new), out, err);
  }
}
