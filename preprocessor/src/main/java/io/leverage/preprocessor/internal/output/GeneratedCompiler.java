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
 * or a class has become too large: {@link LargeMethods} found the methods that were.
 */
public final class GeneratedCompiler {
  /** How javac's codes of what a class file can't hold begin. */
  private static final String LIMIT = "compiler.err.limit.";

  private static final int MOST_ERRORS = 100;

  private GeneratedCompiler() {}

  /**
   * Compiles the output, if that was asked for.
   *
   * @throws UsageException if a class is too large once it is mobile
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
    List<Diagnostic<? extends JavaFileObject>> errors =
        errors(
            options,
            outputs.stream()
                .filter(each -> !each.path().endsWith("module-info.java"))
                .map(each -> options.output().resolve(each.path()))
                .toList(),
            "",
            classes);
    if (!errors.isEmpty()) {
      throw failure(errors);
    }
  }

  /**
   * Compiles files.
   *
   * @param sourcePath where types that they use may be found as sources
   * @return the errors; empty if the classes were written
   */
  static List<Diagnostic<? extends JavaFileObject>> errors(
      PreprocessorOptions options, List<Path> files, String sourcePath, Path classes) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        javac.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      var unused =
          javac
              .getTask(
                  null,
                  manager,
                  found,
                  arguments(options, sourcePath, classes),
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getDiagnostics().stream()
        .<Diagnostic<? extends JavaFileObject>>map(each -> each)
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .toList();
  }

  /** Tells whether an error is that a class file can't hold so much. */
  static boolean isLimit(Diagnostic<?> error) {
    return error.getCode().startsWith(LIMIT);
  }

  private static List<String> arguments(
      PreprocessorOptions options, String sourcePath, Path classes) {
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
        sourcePath,
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
    return errors.stream().allMatch(GeneratedCompiler::isLimit)
        ? new UsageException(
            "classes or methods are larger than what a class file can hold. Split them, or let methods"
                + " run pinned with --pin FILE:LINE:\n"
                + list)
        : new PreprocessorBug("the transformed sources do not compile\n" + list);
  }
}
