package io.leverage.runtime.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** The text of {@code --help}. */
final class HelpText {
  private HelpText() {}

  static void print(PrintStream out, Options options, String... lines) {
    for (String line : lines) {
      out.println(line);
    }
    out.println();
    for (Option option : options.getOptions()) {
      String name = "--" + option.getLongOpt() + (option.hasArg() ? " " + option.getArgName() : "");
      out.printf(Locale.ROOT, "  %-20s %s%n", name, option.getDescription());
    }
  }
}
