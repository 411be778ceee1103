package io.leverage.peer.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** A command's options: what there are, and what was given. */
final class Arguments {
  private final String usage;
  private final Options options = new Options();
  private final StringBuilder notes = new StringBuilder();
  private boolean stopAtArgument;
  private CommandLine given = CommandLine.builder().get();

  /**
   * Begins to describe a command.
   *
   * @param usage what follows {@code leverage}, such as {@code ps [--json]}
   * @param text what the command does, in a few sentences
   */
  Arguments(String usage, String text) {
    this.usage = usage;
    notes.append(text);
    flag("help", "explain this command");
  }

  Arguments flag(String name, String meaning) {
    options.addOption(Option.builder().longOpt(name).desc(meaning).get());
    return this;
  }

  /** Adds a flag that has a letter, too. */
  Arguments flag(char letter, String name, String meaning) {
    options.addOption(Option.builder(String.valueOf(letter)).longOpt(name).desc(meaning).get());
    return this;
  }

  Arguments value(String name, String valueName, String meaning) {
    options.addOption(
        Option.builder().longOpt(name).hasArg().argName(valueName).desc(meaning).get());
    return this;
  }

  /** Leaves all that follows the first argument alone: it belongs to somebody else. */
  Arguments stopAtArgument() {
    stopAtArgument = true;
    return this;
  }

  /**
   * Reads what was given.
   *
   * @return false if that was {@code --help}, which has been printed
   */
  boolean read(List<String> arguments, PrintStream out) throws UsageException {
    try {
      given =
          DefaultParser.builder()
              .setAllowPartialMatching(false)
              .get()
              .parse(options, arguments.toArray(String[]::new), stopAtArgument);
    } catch (ParseException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
    if (stopAtArgument && !rest().isEmpty() && rest().get(0).startsWith("--")) {
      throw new UsageException("unrecognized option: " + rest().get(0));
    }
    if (has("help")) {
      help(out);
      return false;
    }
    return true;
  }

  boolean has(String name) {
    return given.hasOption(name);
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(given.getOptionValue(name));
  }

  int number(String name, int otherwise) throws UsageException {
    Optional<String> value = get(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value.get());
    } catch (NumberFormatException e) {
      throw new UsageException("--%s needs a number, not '%s'".formatted(name, value.get()));
    }
  }

  /** Gets what isn't an option. */
  List<String> rest() {
    return given.getArgList();
  }

  /** Gets what isn't an option, which must be as many as are named. */
  List<String> rest(String... names) throws UsageException {
    if (rest().size() < names.length) {
      throw new UsageException(names[rest().size()] + " is missing");
    }
    if (rest().size() > names.length) {
      throw new UsageException("'%s' is too much".formatted(rest().get(names.length)));
    }
    return rest();
  }

  private void help(PrintStream out) {
    out.println("usage: leverage " + usage);
    out.println();
    out.println(notes.toString().strip());
    out.println();
    for (Option option : options.getOptions()) {
      String name =
          (option.getOpt() == null ? "" : "-" + option.getOpt() + ", ")
              + "--"
              + option.getLongOpt()
              + (option.hasArg() ? " " + option.getArgName() : "");
      out.printf("  %-24s %s%n", name, option.getDescription());
    }
  }
}
