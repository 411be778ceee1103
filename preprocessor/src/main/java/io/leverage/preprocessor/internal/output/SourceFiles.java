package io.leverage.preprocessor.internal.output;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.PackageDeclaration;
import io.leverage.preprocessor.PreprocessorOptions;
import io.leverage.preprocessor.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The source files that are named by files and folders, in a stable order.
 *
 * @param files the files to read
 * @param verbatim the files that are only copied: module descriptors
 */
public record SourceFiles(List<Path> files, List<OutputFile> verbatim) {
  private static final String MODULE = "module-info.java";

  /**
   * Finds them.
   *
   * @throws UsageException if something named isn't there, or if the output would mix with them
   */
  public static SourceFiles find(PreprocessorOptions options) {
    for (Path source : options.sources()) {
      checkApart(source, options.output());
    }
    return find(options.sources(), options.release());
  }

  /**
   * Finds the source files of a program that is only read.
   *
   * @param sources files, and folders that are searched
   * @param release the Java release that they are written for
   * @throws UsageException if something named isn't there
   */
  public static SourceFiles find(List<Path> sources, int release) {
    if (release < PreprocessorOptions.OLDEST_RELEASE) {
      throw new UsageException(
          "release "
              + release
              + " is too old: the oldest that is supported is "
              + PreprocessorOptions.OLDEST_RELEASE);
    } else if (release > Runtime.version().feature()) {
      throw new UsageException(
          "release "
              + release
              + " is newer than this Java, "
              + Runtime.version().feature()
              + ": run Leverage with a newer JDK");
    }
    Set<Path> files = new LinkedHashSet<>();
    List<OutputFile> verbatim = new ArrayList<>();
    for (Path source : sources) {
      for (Path file : javaFiles(source)) {
        if (file.endsWith(MODULE)) {
          verbatim.add(OutputFile.copy(Path.of(MODULE), file));
        } else {
          files.add(file);
        }
      }
    }
    if (files.isEmpty()) {
      throw new UsageException("there are no .java files in " + sources);
    }
    return new SourceFiles(List.copyOf(files), verbatim);
  }

  /** Where a file goes: to the folder of its package, under its name. */
  public static Path outputPath(Path file, CompilationUnit unit) {
    String folder =
        unit.getPackageDeclaration().map(PackageDeclaration::getNameAsString).orElse("");
    return Path.of(folder.replace('.', '/')).resolve(file.getFileName());
  }

  private static List<Path> javaFiles(Path source) {
    if (Files.isRegularFile(source)) {
      if (!source.toString().endsWith(".java")) {
        throw new UsageException(source + " is not a .java file");
      }
      return List.of(source);
    } else if (!Files.isDirectory(source)) {
      throw new UsageException(source + " does not exist");
    }
    try (Stream<Path> all = Files.walk(source)) {
      return all.filter(Files::isRegularFile)
          .filter(each -> each.toString().endsWith(".java"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + source, e);
    }
  }

  // The output would be overwritten sources, or be read as sources the next time.
  private static void checkApart(Path source, Path output) {
    Path from = source.toAbsolutePath().normalize();
    Path to = output.toAbsolutePath().normalize();
    Path folder = Files.isDirectory(from) ? from : from.resolveSibling("");
    boolean mixed = Files.isDirectory(from) && to.startsWith(from);
    if (mixed || from.startsWith(to) || folder.normalize().equals(to)) {
      throw new UsageException(
          "the output folder "
              + output
              + " and the sources "
              + source
              + " must be apart: choose another -d");
    }
  }
}
