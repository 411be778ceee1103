package io.leverage.preprocessor.cli;

import io.leverage.continuation.Continuation;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.commons.cli.help.TextHelpAppendable;

/** The options of all commands that read sources. */
final class SourceArguments {
  private static final int HELP_WIDTH = 96;

  private SourceArguments() {}

  static Options options() {
    return new Options()
        .addOption(
            Option.builder("cp")
                .longOpt("class-path")
                .hasArg()
                .argName("CP")
                .desc("what the sources compile against beside the API: jars and folders")
                .get())
        .addOption(
            Option.builder()
                .longOpt("release")
                .hasArg()
                .argName("N")
                .desc("the Java release of the sources, 17 or newer; default: of this Java")
                .get())
        .addOption(Option.builder("h").longOpt("help").desc("show this help").get());
  }

  /** The class path that was given, and at its end the API that generated code links to. */
  static List<Path> classPath(CommandLine line) {
    String value = line.getOptionValue("class-path");
    Stream<Path> given =
        value == null
            ? Stream.of()
            : Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(value)
                .filter(each -> !each.isEmpty())
                .map(Path::of);
    return Stream.concat(given, api().stream()).toList();
  }

  private static Optional<Path> api() {
    CodeSource source = Continuation.class.getProtectionDomain().getCodeSource();
    try {
      return source == null ? Optional.empty() : Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty(); // not in a file: then it must be given
    }
  }

  static int release(CommandLine line) throws ParseException {
    String value = line.getOptionValue("release");
    try {
      return value == null ? Runtime.version().feature() : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new ParseException("--release takes a number such as 17, not '" + value + "'");
    }
  }

  static void help(String syntax, String header, Options options, PrintStream out) {
    PrintWriter writer = new PrintWriter(out, true, StandardCharsets.UTF_8);
    TextHelpAppendable text = new TextHelpAppendable(writer);
    text.setMaxWidth(HELP_WIDTH);
    try {
      HelpFormatter.builder()
          .setHelpAppendable(text)
          .setShowSince(false)
          .get()
          .printHelp(syntax, header, options, "", false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    writer.flush();
  }
}
