package io.leverage.runtime.cli;

import io.leverage.RefusedException;
import io.leverage.runtime.internal.exec.FrozenStack;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code leverage inspect}: prints a captured stack with its locals. */
public final class InspectCommand {
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final String SYNTAX = "leverage inspect [OPTIONS] FILE";

  private InspectCommand() {}

  /**
   * Runs the command.
   *
   * @param args the arguments after {@code inspect}
   * @param out gets the stack, or the help
   * @param err gets messages
   * @return the exit code: 1 if the file can't be read, 2 for wrong usage
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    try {
      CommandLine line = new DefaultParser().parse(options(), args);
      if (line.hasOption("help")) {
        help(out);
        return 0;
      }
      List<String> files = line.getArgList();
      if (files.size() != 1) {
        throw new ParseException(files.isEmpty() ? "no file is named" : "name one file only");
      }
      FrozenStack stack =
          FrozenStack.read(
              Path.of(files.get(0)), ClassPath.parse(line.getOptionValue("class-path", ".")));
      StackPrinter printer = new StackPrinter(out);
      if (line.hasOption("json")) {
        printer.printJson(stack);
      } else {
        printer.print(stack);
      }
      return 0;
    } catch (ParseException e) {
      err.println("leverage inspect: " + e.getMessage());
      err.println("usage: " + SYNTAX + "; see leverage inspect --help");
      return USAGE;
    } catch (RefusedException e) {
      err.println("leverage inspect: " + e.getMessage());
      return FAILED;
    }
  }

  private static Options options() {
    return new Options()
        .addOption(
            Option.builder("cp")
                .longOpt("class-path")
                .hasArg()
                .argName("CP")
                .desc("folders and jars of the preprocessed program; the current folder unless set")
                .get())
        .addOption(Option.builder().longOpt("json").desc("print JSON").get())
        .addOption(Option.builder("h").longOpt("help").desc("explain the command").get());
  }

  private static void help(PrintStream out) {
    HelpText.print(
        out,
        options(),
        "usage: " + SYNTAX,
        "",
        "Prints the stack that a file holds, innermost method first, like a stack trace with the",
        "locals of each method. The file is what `leverage exec --freeze-at N --to FILE` wrote, or",
        "the image of a virtual thread's checkpoint. Locals that are null aren't shown, but in JSON;",
        "one that isn't needed any more is null or zero.");
  }
}
