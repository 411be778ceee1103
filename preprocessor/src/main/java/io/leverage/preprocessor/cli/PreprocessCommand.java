package io.leverage.preprocessor.cli;

import io.leverage.preprocessor.DiagnosticPrinter;
import io.leverage.preprocessor.Polls;
import io.leverage.preprocessor.Preprocessor;
import io.leverage.preprocessor.PreprocessorBug;
import io.leverage.preprocessor.PreprocessorOptions;
import io.leverage.preprocessor.PreprocessorResult;
import io.leverage.preprocessor.Severity;
import io.leverage.preprocessor.UsageException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** The command {@code leverage preprocess}. */
public final class PreprocessCommand {
  /** The sources were transformed. */
  public static final int OK = 0;

  /** The sources were refused. */
  public static final int REFUSED = 1;

  /** The command was not understood. */
  public static final int USAGE = 2;

  /** The preprocessor itself failed. */
  public static final int BUG = 70;

  private static final String SYNTAX =
      "leverage preprocess [--class-path CP] -d OUT [--compile CLASSES] SRC...";

  private PreprocessCommand() {}

  /**
   * Runs the command.
   *
   * @param args its arguments, without the name of the command
   * @param out takes help
   * @param err takes diagnostics and a summary
   * @return the exit code
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    Options options = options();
    try {
      if (Arrays.asList(args).contains("--help") || Arrays.asList(args).contains("-h")) {
        SourceArguments.help(
            SYNTAX,
            "Makes the threads of a program mobile: transforms its source files, or those in"
                + " folders. Exit code 0 if done, 1 if the sources were refused, 2 if the command"
                + " was not understood.",
            options,
            out);
        return OK;
      }
      PreprocessorOptions request = request(new DefaultParser(false).parse(options, args));
      return report(Preprocessor.run(request), err);
    } catch (ParseException | UsageException | InvalidPathException e) {
      err.println("leverage preprocess: " + e.getMessage());
      err.println("usage: " + SYNTAX + " (--help says more)");
      return USAGE;
    } catch (PreprocessorBug bug) {
      err.println(bug.getMessage());
      if (bug.getCause() != null) {
        bug.getCause().printStackTrace(err);
      }
      err.println("Please report this with the source file. Your sources are not to blame.");
      return BUG;
    }
  }

  private static int report(PreprocessorResult result, PrintStream err) {
    DiagnosticPrinter printer = new DiagnosticPrinter();
    result.diagnostics().forEach(each -> err.println(printer.format(each)));
    long errors = count(result, Severity.ERROR);
    long warnings = count(result, Severity.WARNING);
    if (errors + warnings > 0) {
      err.println(errors + " errors, " + warnings + " warnings");
    }
    return result.failed() ? REFUSED : OK;
  }

  private static long count(PreprocessorResult result, Severity severity) {
    return result.diagnostics().stream().filter(each -> each.severity() == severity).count();
  }

  private static PreprocessorOptions request(CommandLine line) throws ParseException {
    if (line.getArgList().isEmpty()) {
      throw new ParseException("no sources were given");
    }
    return new PreprocessorOptions(
        line.getArgList().stream().map(Path::of).toList(),
        SourceArguments.classPath(line),
        Path.of(line.getOptionValue("d")),
        line.hasOption("compile") ? Path.of(line.getOptionValue("compile")) : null,
        SourceArguments.release(line),
        values(line, "entry"),
        values(line, "pin"),
        line.hasOption("poll-methods") ? Polls.METHODS : Polls.LOOPS);
  }

  private static List<String> values(CommandLine line, String option) {
    String[] values = line.getOptionValues(option);
    return values == null ? List.of() : List.of(values);
  }

  private static Options options() {
    return SourceArguments.options()
        .addOption(
            Option.builder("d")
                .hasArg()
                .argName("OUT")
                .required()
                .desc("write the transformed sources to this folder")
                .get())
        .addOption(
            Option.builder()
                .longOpt("compile")
                .hasArg()
                .argName("CLASSES")
                .desc("compile the result into this folder")
                .get())
        .addOption(
            Option.builder()
                .longOpt("entry")
                .hasArg()
                .argName("RULE")
                .desc(
                    "let virtual threads begin here, too: an annotation such as org.junit.Test, or"
                        + " TYPE#NAME, or TYPE#PREFIX* with the subtypes of TYPE; may be repeated")
                .get())
        .addOption(
            Option.builder()
                .longOpt("poll-methods")
                .desc("have a safepoint at the entry of each method, to test with; slower")
                .get())
        .addOption(
            Option.builder()
                .longOpt("pin")
                .hasArg()
                .argName("FILE:LINE")
                .desc("leave the method around a line as it is: it runs pinned; may be repeated")
                .get());
  }
}
