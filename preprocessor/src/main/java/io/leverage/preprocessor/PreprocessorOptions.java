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
 * @param entries where virtual threads begin, beside {@code main}, tasks and what is marked {@code
 *     Checkpointable}: {@code org.junit.Test}, the methods with that annotation; {@code
 *     junit.framework.TestCase#test*}, the methods of that type and its subtypes with such a name
 * @param pinned methods to leave as they are, so that they run pinned: {@code Tour.java:17}, each
 *     around that line of a file that ends so; without a line, all of the file
 * @param polls which safepoints there are
 */
public record PreprocessorOptions(
    List<Path> sources,
    List<Path> classPath,
    Path output,
    @Nullable Path classes,
    int release,
    List<String> entries,
    List<String> pinned,
    Polls polls) {
  /** The oldest release that is supported. */
  public static final int OLDEST_RELEASE = 17;

  /** Where, beside the classes, the list of the types lies that the program declares or uses. */
  public static final String TYPES = "META-INF/leverage/classes";

  /** Copies the lists. */
  public PreprocessorOptions {
    sources = List.copyOf(sources);
    classPath = List.copyOf(classPath);
    entries = List.copyOf(entries);
    pinned = List.copyOf(pinned);
  }

  /** Asks for nothing special: the usual entry points, and no method left as it is. */
  public PreprocessorOptions(
      List<Path> sources, List<Path> classPath, Path output, @Nullable Path classes, int release) {
    this(sources, classPath, output, classes, release, List.of(), List.of(), Polls.LOOPS);
  }
}
