package io.leverage.preprocessor.internal.output;

import io.leverage.preprocessor.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The folder that the output goes to. It keeps a list of what was written, so that the outputs of
 * sources that are gone can be removed; files that are not on the list are never touched.
 */
public final class OutputFolder {
  private static final String LIST = ".leverage-outputs";

  private final Path folder;

  /** Names the folder; it is made when it is needed. */
  public OutputFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes the files that have changed.
   *
   * @param files all files of the output
   * @return how many were written
   * @throws UsageException if two files have the same place, or one can't be written
   */
  public int write(List<OutputFile> files) {
    checkDistinct(files);
    try {
      Files.createDirectories(folder);
      removeStale(files);
      int written = 0;
      for (OutputFile file : files) {
        written += file.writeBelow(folder) ? 1 : 0;
      }
      Files.write(
          folder.resolve(LIST), files.stream().map(each -> each.path().toString()).toList());
      return written;
    } catch (IOException e) {
      throw new UsageException("can't write to " + folder + ": " + e);
    }
  }

  private void removeStale(List<OutputFile> files) throws IOException {
    Path list = folder.resolve(LIST);
    if (!Files.exists(list)) {
      return;
    }
    Set<String> present = new HashSet<>();
    files.forEach(each -> present.add(each.path().toString()));
    for (String old : Files.readAllLines(list)) {
      Path stale = folder.resolve(old).normalize();
      if (!present.contains(old) && stale.startsWith(folder.normalize())) {
        Files.deleteIfExists(stale);
      }
    }
  }

  private static void checkDistinct(List<OutputFile> files) {
    Map<Path, Path> sources = new HashMap<>();
    for (OutputFile file : files) {
      Path other = sources.put(file.path(), file.source());
      if (other != null) {
        throw new UsageException(
            other
                + " and "
                + file.source()
                + " would both become "
                + file.path()
                + ": give only one of them");
      }
    }
  }
}
