package io.leverage.preprocessor.internal.output;

import io.leverage.preprocessor.Diagnostic;
import io.leverage.preprocessor.DiagnosticId;
import io.leverage.preprocessor.PreprocessorOptions;
import io.leverage.preprocessor.UsageException;
import io.leverage.preprocessor.internal.pass.MobileMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/**
 * Finds methods that a class file can't hold once they are mobile. Only javac knows, so it is
 * asked, where the text makes it possible at all.
 */
public final class LargeMethods {
  /** Less text than this never becomes 64 KiB: the densest, array initialisers, is 3.5 to one. */
  private static final int SUSPECT = 16_000;

  private static final Pattern MEMBER =
      Pattern.compile(
          "\\(io\\.leverage\\.continuation\\.Continuation c\\$(?:, (\\S+) f\\$\\)"
              + "|, int pc\\$.*?\\{ return c\\$\\.save\\(new (\\S+?)\\()?"
              + "|class (\\S+) extends io\\.leverage\\.continuation\\.Frame ");

  private LargeMethods() {}

  /** Finds them, each as a warning at its beginning. */
  public static List<Diagnostic> in(PreprocessorOptions options, List<OutputFile> outputs) {
    List<OutputFile> suspects =
        outputs.stream()
            .filter(file -> file.mobile().stream().anyMatch(each -> each.size() >= SUSPECT))
            .toList();
    if (suspects.isEmpty()) {
      return List.of();
    }
    try {
      Path folder = Files.createTempDirectory("leverage-preprocess");
      try {
        return in(options, outputs, suspects, folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UsageException("can't write temporary files: " + e);
    }
  }

  private static List<Diagnostic> in(
      PreprocessorOptions options, List<OutputFile> outputs, List<OutputFile> suspects, Path folder)
      throws IOException {
    Path sources = folder.resolve("sources");
    for (OutputFile each : outputs) {
      each.writeBelow(sources);
    }
    Map<Path, OutputFile> files = new LinkedHashMap<>();
    suspects.forEach(each -> files.put(sources.resolve(each.path()), each));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Map<String, Diagnostic> found = new LinkedHashMap<>();
    for (var error :
        GeneratedCompiler.errors(
            options, List.copyOf(files.keySet()), sources.toString(), classes)) {
      JavaFileObject source = error.getSource();
      Path path = source == null ? sources : Path.of(source.toUri());
      OutputFile file = files.get(path);
      if (GeneratedCompiler.isLimit(error) && file != null) {
        method(Files.readString(path, StandardCharsets.UTF_8), error, file)
            .map(large -> warning(file, large, error.getMessage(Locale.ROOT)))
            .ifPresent(warning -> found.putIfAbsent(place(warning), warning));
      }
    }
    return List.copyOf(found.values());
  }

  /** Names the place of a method as {@link PreprocessorOptions#pinned()} does. */
  public static String place(Diagnostic warning) {
    return warning.file() + ":" + warning.line();
  }

  private static Diagnostic warning(OutputFile file, MobileMethod method, String why) {
    return DiagnosticId.METHOD_TOO_LARGE.at(
        file.source(),
        method.line(),
        method.column(),
        method.name()
            + " would be larger than the 64 KiB that the JVM allows once it is mobile, so it is left"
            + " as it is: it pins its thread while it runs",
        "move parts of it into methods of their own",
        List.of(method.name() + ": javac says '" + why + "'"));
  }

  // What was generated beside the fast body all stands on one line, so its place says nothing.
  private static Optional<MobileMethod> method(
      String text, javax.tools.Diagnostic<? extends JavaFileObject> error, OutputFile file) {
    Matcher members = MEMBER.matcher(text);
    String frame = null;
    while (members.find() && members.start() <= error.getPosition()) {
      frame =
          Stream.of(1, 2, 3)
              .map(members::group)
              .filter(each -> each != null)
              .findAny()
              .orElse(null);
    }
    String name = frame;
    return name != null
        ? file.mobile().stream().filter(each -> each.frame().equals(name)).findAny()
        : file.mobile().stream()
            .filter(each -> each.line() <= error.getLineNumber())
            .max(Comparator.comparingInt(MobileMethod::line));
  }

  private static void delete(Path folder) {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.sorted(Comparator.reverseOrder()).forEach(all::add);
      for (Path each : all) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
