package io.leverage.runtime.cli;

import io.leverage.RefusedException;
import io.leverage.runtime.MobileProgram;
import io.leverage.runtime.MobileProgram.Ending;
import io.leverage.runtime.internal.exec.FrozenProgram;
import io.leverage.runtime.internal.exec.ProgramRun;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;
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
            Option.builder()
                .longOpt("freeze-at")
                .hasArg()
                .argName("N")
                .desc("at the N-th safepoint, write the program to a file and end")
                .get())
        .addOption(
            Option.builder()
                .longOpt("to")
                .hasArg()
                .argName("FILE")
                .desc("the file that --freeze-at writes")
                .get())
        .addOption(
            Option.builder()
                .longOpt("thaw")
                .hasArg()
                .argName("FILE")
                .desc("go on with the program that a file holds")
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
    HelpText.print(
        out,
        options(),
        "usage: " + SYNTAX,
        "       leverage exec [OPTIONS] --thaw FILE",
        "",
        "Runs the main method of preprocessed classes as a virtual thread in process.",
        "Output and exit code are those of plain java. Where the program holds something that can't",
        "move, it stays where it is until a later safepoint; standard error says why.");
  }

  private static int run(CommandLine line, PrintStream err)
      throws ParseException, InterruptedException {
    check(line);
    List<String> rest = new ArrayList<>(line.getArgList());
    FrozenProgram start = null;
    if (line.hasOption("thaw")) {
      start = FrozenProgram.read(Path.of(line.getOptionValue("thaw")));
      rest.add(0, start.mainClass());
    } else if (rest.isEmpty()) {
      throw new ParseException("no main class is named");
    }
    String main = rest.remove(0);
    if (main.startsWith("-")) {
      throw new ParseException("unknown option " + main);
    }
    MobileProgram program =
        new MobileProgram(ClassPath.parse(line.getOptionValue("class-path", ".")), main, rest);
    Stays stays = new Stays(err);
    ProgramRun run = new ProgramRun(program, captures(line), start, Standard.objects(), stays);
    run.onUncaught(ExecCommand::report);
    if (line.hasOption("freeze-at")) {
      run.freeze();
    }
    int code = finish(run, run.run(), stays, line, err);
    return line.hasOption("freeze-at") ? freeze(run, code, line, err) : code;
  }

  /** Does what the JVM does with what a thread threw. */
  private static void report(Throwable failure) {
    Thread thread = Thread.currentThread();
    try {
      thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    } catch (Throwable ignored) {
      // As the JVM ignores what a handler throws.
    }
  }

  private static LongPredicate captures(CommandLine line) throws ParseException {
    if (line.hasOption("freeze-at")) {
      long at = positive("freeze-at", line);
      return safepoint -> safepoint >= at;
    }
    return line.hasOption("migrate-every")
        ? MobileProgram.every(positive("migrate-every", line))
        : MobileProgram.NEVER;
  }

  private static void check(CommandLine line) throws ParseException {
    if (line.hasOption("freeze-at") != line.hasOption("to")) {
      throw new ParseException("--freeze-at and --to go together");
    } else if (line.hasOption("freeze-at") && line.hasOption("migrate-every")) {
      throw new ParseException("--freeze-at and --migrate-every exclude each other");
    } else if (line.hasOption("thaw") && !line.getArgList().isEmpty()) {
      throw new ParseException("--thaw takes no main class and no arguments: the file has them");
    }
  }

  private static int finish(
      ProgramRun run, Ending ending, Stays stays, CommandLine line, PrintStream err)
      throws InterruptedException {
    int code = ending.failure() == null ? 0 : FAILED;
    run.awaitThreads();
    if (line.hasOption("stats")) {
      err.printf(
          Locale.ROOT,
          "leverage exec: %d safepoints, %d captures, largest %d bytes, stayed %d times%n",
          ending.safepoints(),
          ending.captures(),
          ending.largest(),
          stays.count());
    }
    return code;
  }

  private static int freeze(ProgramRun run, int code, CommandLine line, PrintStream err) {
    FrozenProgram frozen = run.frozen();
    if (frozen == null) {
      err.println(
          "leverage exec: the program ended before safepoint "
              + line.getOptionValue("freeze-at")
              + "; nothing was frozen.");
      return code;
    }
    Path file = Path.of(line.getOptionValue("to"));
    frozen.write(file);
    err.println("leverage exec: frozen to " + file + "; go on with leverage exec --thaw " + file);
    return 0;
  }

  private static long positive(String option, CommandLine line) throws ParseException {
    String text = line.getOptionValue(option);
    try {
      long number = Long.parseLong(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new ParseException("--" + option + " needs a number, not " + text);
    }
    throw new ParseException("--" + option + " needs a positive number, not " + text);
  }
}
