package io.leverage.preprocessor.internal.output;

import io.leverage.preprocessor.PreprocessorBug;
import io.leverage.preprocessor.PreprocessorOptions;
import io.leverage.preprocessor.UsageException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles the output. The sources compiled before they were transformed, so an error here is ours,
 * or a method has become too large.
 */
public final class GeneratedCompiler {
  /** How javac's codes of what a class file can't hold begin. */
  private static final String LIMIT = "compiler.err.limit.";

  private static final int MOST_ERRORS = 100;

  private GeneratedCompiler() {}

  /**
   * Compiles the output, if that was asked for.
   *
   * @throws UsageException if a method is too large once it is mobile
   * @throws PreprocessorBug if it does not compile for any other reason
   */
  public static void compile(PreprocessorOptions options, List<OutputFile> outputs) {
    Path classes = options.classes();
    if (classes == null) {
      return;
    }
    try {
      Files.createDirectories(classes);
    } catch (IOException e) {
      throw new UsageException("can't write to " + classes + ": " + e);
    }
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<Path> files =
        outputs.stream()
            .filter(each -> !each.path().endsWith("module-info.java"))
            .map(each -> options.output().resolve(each.path()))
            .toList();
    try (StandardJavaFileManager manager =
        javac.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      boolean compiled =
          javac
              .getTask(
                  null,
                  manager,
                  found,
                  arguments(options, classes),
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      if (!compiled) {
        throw failure(
            found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> arguments(PreprocessorOptions options, Path classes) {
    String classPath =
        options.classPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    return List.of(
        "-g",
        "-proc:none",
        "-implicit:none",
        "-Xlint:none",
        "--release",
        Integer.toString(options.release()),
        "-sourcepath",
        "",
        "-classpath",
        classPath,
        "-d",
        classes.toString());
  }

  private static RuntimeException failure(List<Diagnostic<? extends JavaFileObject>> errors) {
    String list =
        errors.stream()
            .limit(MOST_ERRORS)
            .map(each -> "  " + each)
            .collect(Collectors.joining("\n"));
    return errors.stream().allMatch(each -> each.getCode().startsWith(LIMIT))
        ? new UsageException(
            "once they are mobile, methods are larger than the 64 KiB that the JVM allows. Split"
                + " them, or let them run pinned with --pin FILE:LINE:\n"
                + list)
        : new PreprocessorBug("the transformed sources do not compile\n" + list);
  }
}
