package io.leverage.peer.cli;

import io.leverage.LeverageException;
import io.leverage.peer.internal.access.Version;
import java.io.PrintStream;
import java.util.List;
import java.util.ServiceConfigurationError;

/**
 * The command line {@code leverage}: finds the command and runs it.
 *
 * <p>Exit codes: 0 it worked, 1 it could not be done, 2 it was called wrongly; {@code run} exits as
 * the program does.
 */
public final class Leverage {
  private static final String LOG_CONFIGURATION = "logback.configurationFile";

  private final CommandTable commands;
  private final PrintStream out;
  private final PrintStream err;

  Leverage(CommandTable commands, PrintStream out, PrintStream err) {
    this.commands = commands;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs a command, and exits.
   *
   * @param arguments the command and its arguments
   */
  public static void main(String[] arguments) {
    // Before the first logger is made.
    if (System.getProperty(LOG_CONFIGURATION) == null) {
      System.setProperty(LOG_CONFIGURATION, "leverage-logback.xml");
    }
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  /**
   * Runs a command in this process.
   *
   * @param arguments the command and its arguments
   * @param out for what it tells
   * @param err for what is wrong
   * @return the exit code
   */
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    return new Leverage(CommandTable.standard(), out, err).run(arguments);
  }

  int run(List<String> arguments) {
    try {
      return choose(arguments);
    } catch (ServiceConfigurationError e) {
      err.println("leverage: a jar on the class path names a command that can't be loaded: ");
      err.println(e.getMessage());
      err.println("Take that jar from LEVERAGE_CLASS_PATH, or repair it.");
      return 1;
    }
  }

  private int choose(List<String> arguments) {
    if (arguments.isEmpty()) {
      help(err);
      return 2;
    }
    String name = arguments.get(0);
    switch (name) {
      case "--help", "-h", "help" -> {
        help(out);
        return 0;
      }
      case "--version" -> {
        out.println("leverage " + Version.get());
        return 0;
      }
      default -> {
        return commands
            .find(name)
            .map(command -> run(command, arguments.subList(1, arguments.size())))
            .orElseGet(() -> unknown(name));
      }
    }
  }

  private int run(Command command, List<String> arguments) {
    try {
      return command.run(arguments, out, err);
    } catch (UsageException e) {
      err.println("leverage " + command.name() + ": " + e.getMessage());
      err.println("'leverage " + command.name() + " --help' says how to call it.");
      return 2;
    } catch (LeverageException e) {
      err.println("leverage " + command.name() + ": " + e.getMessage());
      return 1;
    } catch (Exception | LinkageError e) {
      err.println(
          "leverage " + command.name() + ": this is a bug in Leverage; please report it with:");
      e.printStackTrace(err);
      return 1;
    } finally {
      out.flush();
    }
  }

  private int unknown(String name) {
    err.print("leverage: there is no command '" + name + "'");
    err.println(commands.suggest(name).map(s -> ": did you mean '" + s + "'?").orElse(""));
    err.println("'leverage --help' lists the commands.");
    return 2;
  }

  private void help(PrintStream to) {
    to.println("Runs ordinary Java threads on peers that come and go.");
    to.println();
    to.println("usage: leverage COMMAND [OPTIONS] [ARGUMENTS]");
    to.println();
    for (Command command : commands.all()) {
      to.printf("  %-11s %s%n", command.name(), command.summary());
    }
    to.println();
    to.println(
        "'leverage COMMAND --help' explains a command; 'leverage --version' says which build");
    to.println(
        "this is. Exit codes: 0 it worked, 1 it could not be done, 2 it was called wrongly.");
  }
}
