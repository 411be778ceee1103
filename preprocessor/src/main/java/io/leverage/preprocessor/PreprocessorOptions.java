package io.leverage.preprocessor;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to preprocess.
 *
 * @param sources source files, and folders that are searched for them
 * @param classPath what the sources compile against, the API included
 * @param output the folder that the transformed sources are written to
 * @param classes the folder that they are compiled into; null if they aren't
 * @param release the Java release that the sources are written for, 17 or newer
 */
public record PreprocessorOptions(
    List<Path> sources, List<Path> classPath, Path output, @Nullable Path classes, int release) {
  /** The oldest release that is supported. */
  public static final int OLDEST_RELEASE = 17;

  /** Where, beside the classes, the list of the types lies that the program declares or uses. */
  public static final String TYPES = "META-INF/leverage/classes";

  /** Copies the lists. */
  public PreprocessorOptions {
    sources = List.copyOf(sources);
    classPath = List.copyOf(classPath);
  }
}
