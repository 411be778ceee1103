package io.leverage.preprocessor.cli;

import io.leverage.preprocessor.DiagnosticPrinter;
import io.leverage.preprocessor.Polls;
import io.leverage.preprocessor.Preprocessor;
import io.leverage.preprocessor.PreprocessorBug;
import io.leverage.preprocessor.PreprocessorOptions;
import io.leverage.preprocessor.PreprocessorResult;
import io.leverage.preprocessor.Severity;
import io.leverage.preprocessor.UsageException;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.commons.cli.help.TextHelpAppendable;
import org.jspecify.annotations.Nullable;

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

  private static final int HELP_WIDTH = 96;

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
        help(options, out);
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
        classPath(line.getOptionValue("class-path")),
        Path.of(line.getOptionValue("d")),
        line.hasOption("compile") ? Path.of(line.getOptionValue("compile")) : null,
        release(line.getOptionValue("release")),
        values(line, "entry"),
        values(line, "pin"),
        line.hasOption("poll-methods") ? Polls.METHODS : Polls.LOOPS);
  }

  private static List<String> values(CommandLine line, String option) {
    String[] values = line.getOptionValues(option);
    return values == null ? List.of() : List.of(values);
  }

  private static List<Path> classPath(@Nullable String value) {
    return value == null
        ? List.of()
        : Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(value)
            .filter(each -> !each.isEmpty())
            .map(Path::of)
            .toList();
  }

  private static int release(@Nullable String value) throws ParseException {
    try {
      return value == null ? Runtime.version().feature() : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new ParseException("--release takes a number such as 17, not '" + value + "'");
    }
  }

  private static Options options() {
    return new Options()
        .addOption(
            Option.builder("d")
                .hasArg()
                .argName("OUT")
                .required()
                .desc("write the transformed sources to this folder")
                .get())
        .addOption(
            Option.builder("cp")
                .longOpt("class-path")
                .hasArg()
                .argName("CP")
                .desc("what the sources compile against: jars and folders")
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
                .longOpt("release")
                .hasArg()
                .argName("N")
                .desc("the Java release of the sources, 17 or newer; default: of this Java")
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
                .get())
        .addOption(Option.builder("h").longOpt("help").desc("show this help").get());
  }

  private static void help(Options options, PrintStream out) {
    PrintWriter writer = new PrintWriter(out, true, StandardCharsets.UTF_8);
    TextHelpAppendable text = new TextHelpAppendable(writer);
    text.setMaxWidth(HELP_WIDTH);
    try {
      HelpFormatter.builder()
          .setHelpAppendable(text)
          .setShowSince(false)
          .get()
          .printHelp(
              SYNTAX,
              "Makes the threads of a program mobile: transforms its source files, or those in"
                  + " folders. Exit code 0 if done, 1 if the sources were refused, 2 if the command"
                  + " was not understood.",
              options,
              "",
              false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    writer.flush();
  }
}
