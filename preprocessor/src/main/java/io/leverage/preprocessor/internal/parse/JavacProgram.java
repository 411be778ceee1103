package io.leverage.preprocessor.internal.parse;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import io.leverage.preprocessor.Diagnostic;
import io.leverage.preprocessor.DiagnosticId;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The program as javac sees it: parsed and attributed in this process, by public API only. */
final class JavacProgram {
  private final JavacTask task;
  private final Trees trees;
  private final Map<Path, CompilationUnitTree> units = new HashMap<>();
  private final List<Diagnostic> errors = new ArrayList<>();

  JavacProgram(List<Path> files, List<Path> classPath, int release) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    if (javac == null) {
      throw new IllegalStateException("this Java has no compiler: run Leverage with a JDK");
    }
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    StandardJavaFileManager manager =
        javac.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8);
    Map<Path, Path> asNamed = new HashMap<>();
    files.forEach(file -> asNamed.put(canonical(file), file));
    task =
        (JavacTask)
            javac.getTask(
                null,
                manager,
                found,
                options(classPath, release),
                null,
                manager.getJavaFileObjectsFromPaths(files));
    trees = Trees.instance(task);
    try {
      for (CompilationUnitTree unit : task.parse()) {
        units.put(asNamed.get(canonical(Path.of(unit.getSourceFile().toUri()))), unit);
      }
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path fallback = files.isEmpty() ? Path.of("") : files.get(0);
    for (javax.tools.Diagnostic<? extends JavaFileObject> each : found.getDiagnostics()) {
      if (each.getKind() == javax.tools.Diagnostic.Kind.ERROR) {
        JavaFileObject source = each.getSource();
        Path file = source == null ? fallback : asNamed.get(canonical(Path.of(source.toUri())));
        errors.add(error(each, file == null ? fallback : file));
      }
    }
  }

  // String folding would merge literals into one tree, which then has no twin for each of them.
  private static List<String> options(List<Path> classPath, int release) {
    return List.of(
        "-proc:none",
        "-implicit:none",
        "-XDallowStringFolding=false",
        "-Xlint:none",
        "-Xmaxerrs",
        "1000",
        "--release",
        Integer.toString(release),
        "-sourcepath",
        "",
        "-classpath",
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
  }

  private static Path canonical(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private static Diagnostic error(
      javax.tools.Diagnostic<? extends JavaFileObject> found, Path file) {
    return DiagnosticId.JAVA_ERROR.at(
        file,
        (int) Math.max(1, found.getLineNumber()),
        (int) Math.max(1, found.getColumnNumber()),
        found.getMessage(Locale.ROOT),
        "make the program compile first; if it does elsewhere, give the same class path",
        List.of());
  }

  List<Diagnostic> errors() {
    return errors;
  }

  TreeIndex index(Path file) {
    CompilationUnitTree unit = units.get(file);
    if (unit == null) {
      throw new IllegalStateException("javac did not parse " + file);
    }
    return new TreeIndex(unit, trees);
  }

  Trees trees() {
    return trees;
  }

  Types types() {
    return task.getTypes();
  }

  Elements elements() {
    return task.getElements();
  }
}
