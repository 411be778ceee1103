package io.leverage.benchmarks.rivals;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes the kernels' sources for the rivals. */
public final class RivalSources {
  /** What is not a kernel of one file, and what Kilim makes an invalid class of. */
  private static final List<String> LEFT_OUT =
      List.of("Kernel.java", "Depth.java", "Matrix.java", "Tsp52.java", "Tsp200.java");

  private RivalSources() {}

  /**
   * Writes them.
   *
   * @param generated the folder of the kernels that the preprocessor wrote
   * @param output gets a folder for each rival
   */
  public static void write(Path generated, Path output) throws IOException {
    JavaParser parser =
        new JavaParser(
            new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17)
                .setAttributeComments(false));
    List<Path> kernels;
    try (Stream<Path> files = Files.list(generated)) {
      kernels =
          files.filter(file -> !LEFT_OUT.contains(file.getFileName().toString())).sorted().toList();
    }
    for (Rival rival : Rival.values()) {
      Path folder = Files.createDirectories(output.resolve(rival.folder()));
      for (Path kernel : kernels) {
        CompilationUnit unit = parser.parse(kernel).getResult().orElseThrow();
        new RivalKernel(unit, rival, parser).rewrite();
        Files.writeString(folder.resolve(kernel.getFileName()), unit.toString());
      }
    }
  }
}
