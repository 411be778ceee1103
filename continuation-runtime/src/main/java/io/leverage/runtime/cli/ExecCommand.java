package io.leverage.runtime.cli;

import io.leverage.RefusedException;
import io.leverage.runtime.MobileProgram;
import io.leverage.runtime.MobileProgram.Ending;
import io.leverage.runtime.internal.exec.ProgramRun;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code leverage exec}: runs a preprocessed program's main as a virtual thread in process. */
public final class ExecCommand {
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final String SYNTAX = "leverage exec [OPTIONS] MAIN [ARGS]";

  private ExecCommand() {}

  /**
   * Runs the command.
   *
   * @param args the arguments after {@code exec}
   * @param out gets the help
   * @param err gets messages
   * @return the exit code: 1 if the program threw or can't be run, 2 for wrong usage
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    CommandLine line;
    try {
      line = new DefaultParser().parse(options(), args, true);
      if (line.hasOption("help")) {
        printHelp(out);
        return 0;
      }
      return run(line, err);
    } catch (ParseException e) {
      err.println("leverage exec: " + e.getMessage());
      err.println("usage: " + SYNTAX + "; see leverage exec --help");
      return USAGE;
    } catch (RefusedException e) {
      err.println("leverage exec: " + e.getMessage());
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  private static Options options() {
    return new Options()
        .addOption(
            Option.builder()
                .longOpt("migrate-every")
                .hasArg()
                .argName("N")
                .desc("at each N-th safepoint, move the program into a fresh class loader")
                .get())
        .addOption(
            Option.builder("cp")
                .longOpt("class-path")
                .hasArg()
                .argName("CP")
                .desc("folders and jars of the preprocessed program; the current folder unless set")
                .get())
        .addOption(
            Option.builder()
                .longOpt("stats")
                .desc("in the end, say on standard error how often it moved")
                .get())
        .addOption(Option.builder("h").longOpt("help").desc("explain the command").get());
  }

  private static void printHelp(PrintStream out) {
    PrintWriter writer = new PrintWriter(out, true, StandardCharsets.UTF_8);
    writer.println("usage: " + SYNTAX);
    writer.println();
    writer.println("Runs the main method of preprocessed classes as a virtual thread in process.");
    writer.println("Output and exit code are those of plain java.");
    writer.println();
    for (Option option : options().getOptions()) {
      String name = "--" + option.getLongOpt() + (option.hasArg() ? " " + option.getArgName() : "");
      writer.printf("  %-20s %s%n", name, option.getDescription());
    }
  }

  private static int run(CommandLine line, PrintStream err)
      throws ParseException, InterruptedException {
    List<String> rest = new ArrayList<>(line.getArgList());
    if (rest.isEmpty()) {
      throw new ParseException("no main class is named");
    }
    String main = rest.remove(0);
    if (main.startsWith("-")) {
      throw new ParseException("unknown option " + main);
    }
    MobileProgram program =
        new MobileProgram(classPath(line.getOptionValue("class-path", ".")), main, rest);
    String every = line.getOptionValue("migrate-every");
    ProgramRun run =
        program.prepare(every == null ? MobileProgram.NEVER : MobileProgram.every(positive(every)));
    Ending ending = run.run();
    int code = 0;
    Throwable failure = ending.failure();
    if (failure != null) {
      Uncaught.report(failure);
      code = FAILED;
    }
    run.awaitThreads();
    if (line.hasOption("stats")) {
      err.printf(
          Locale.ROOT,
          "leverage exec: %d safepoints, %d captures, largest %d bytes%n",
          ending.safepoints(),
          ending.captures(),
          ending.largest());
    }
    return code;
  }

  private static long positive(String text) throws ParseException {
    try {
      long number = Long.parseLong(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new ParseException("--migrate-every needs a number, not " + text);
    }
    throw new ParseException("--migrate-every needs a positive number, not " + text);
  }

  private static List<URL> classPath(String text) {
    List<URL> urls = new ArrayList<>();
    for (String entry : text.split(File.pathSeparator, -1)) {
      Path path = Path.of(entry.isEmpty() ? "." : entry);
      if (!Files.exists(path)) {
        throw new RefusedException("the class path names " + path + ", which doesn't exist.");
      }
      try {
        urls.add(path.toRealPath().toUri().toURL());
      } catch (IOException e) {
        throw new RefusedException("the class path names " + path + ", which can't be read: " + e);
      }
    }
    return urls;
  }
}
