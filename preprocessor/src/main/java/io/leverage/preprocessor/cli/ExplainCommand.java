package io.leverage.preprocessor.cli;

import io.leverage.preprocessor.DiagnosticPrinter;
import io.leverage.preprocessor.ExplainResult;
import io.leverage.preprocessor.Preprocessor;
import io.leverage.preprocessor.PreprocessorBug;
import io.leverage.preprocessor.UsageException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** The command {@code leverage explain}: why a method is, or is not, checkpointable. */
public final class ExplainCommand {
  private static final String SYNTAX = "leverage explain [--class-path CP] METHOD SRC...";

  private ExplainCommand() {}

  /**
   * Runs the command.
   *
   * @param args its arguments, without the name of the command
   * @param out takes the explanations, and help
   * @param err takes diagnostics
   * @return 0; 1 if the sources have errors; 2 if the command was not understood; 70 if the
   *     preprocessor itself failed
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    Options options = SourceArguments.options();
    try {
      if (Arrays.asList(args).contains("--help") || Arrays.asList(args).contains("-h")) {
        SourceArguments.help(
            SYNTAX,
            "Says why a method of the sources is, or is not, checkpointable: the calls that lead"
                + " to it, and where a thread stops in it. METHOD is a method's name, or"
                + " CLASS.METHOD, with or without the package. Exit code 0 if done, 1 if the"
                + " sources have errors, 2 if the command was not understood.",
            options,
            out);
        return PreprocessCommand.OK;
      }
      CommandLine line = new DefaultParser(false).parse(options, args);
      List<String> rest = line.getArgList();
      if (rest.size() < 2) {
        throw new ParseException("name a method, and the sources");
      }
      return report(
          Preprocessor.explain(
              rest.stream().skip(1).map(Path::of).toList(),
              SourceArguments.classPath(line),
              SourceArguments.release(line),
              rest.get(0)),
          out,
          err);
    } catch (ParseException | UsageException | InvalidPathException e) {
      err.println("leverage explain: " + e.getMessage());
      err.println("usage: " + SYNTAX + " (--help says more)");
      return PreprocessCommand.USAGE;
    } catch (PreprocessorBug bug) {
      err.println(bug.getMessage());
      return PreprocessCommand.BUG;
    }
  }

  private static int report(ExplainResult result, PrintStream out, PrintStream err) {
    DiagnosticPrinter printer = new DiagnosticPrinter();
    result.diagnostics().forEach(each -> err.println(printer.format(each)));
    result.explanations().forEach(each -> out.println(each.text()));
    return result.diagnostics().isEmpty() ? PreprocessCommand.OK : PreprocessCommand.REFUSED;
  }
}
