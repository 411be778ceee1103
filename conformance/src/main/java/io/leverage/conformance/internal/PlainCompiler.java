package io.leverage.conformance.internal;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles a library and its tests as they are. Test sources that need more than what is on the
 * class path are removed from the project.
 */
final class PlainCompiler {
  private static final int MOST_ROUNDS = 20;

  private final Path project;
  private final List<Path> classPath;
  private final Set<String> leftOut = new TreeSet<>();

  PlainCompiler(Path project, List<Path> classPath) {
    this.project = project;
    this.classPath = classPath;
  }

  /** Compiles into a folder; gives the files that were left out, each with the reason. */
  Set<String> compile(Path classes) throws IOException {
    Files.createDirectories(classes);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (compiled(classes)) {
        return leftOut;
      }
    }
    throw new IOException("the sources below " + project + " do not compile: " + leftOut);
  }

  private boolean compiled(Path classes) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(project.resolve("src"))) {
      files = all.filter(each -> each.toString().endsWith(".java")).sorted().toList();
    }
    try (StandardJavaFileManager manager =
        javac.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      if (javac
          .getTask(
              null,
              manager,
              found,
              options(classes),
              null,
              manager.getJavaFileObjectsFromPaths(files))
          .call()) {
        return true;
      }
    }
    found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR && each.getSource() != null)
        .forEach(this::leaveOut);
    return false;
  }

  private void leaveOut(Diagnostic<? extends JavaFileObject> error) {
    Path file = Path.of(error.getSource().toUri());
    String name = project.relativize(file).toString();
    try {
      if (name.startsWith("src/test") && Files.deleteIfExists(file)) {
        leftOut.add(name + ": " + error.getMessage(Locale.ROOT).lines().findFirst().orElse(""));
      } else if (!name.startsWith("src/test")) {
        leftOut.add(error.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> options(Path classes) {
    return List.of(
        "-g",
        "-proc:none",
        "-nowarn",
        "-Xmaxerrs",
        "10000",
        "-encoding",
        "UTF-8",
        "--release",
        "17",
        "-classpath",
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
        "-d",
        classes.toString());
  }
}
