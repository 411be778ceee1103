package io.leverage.preprocessor.internal.output;

import io.leverage.preprocessor.PreprocessorOptions;
import io.leverage.preprocessor.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The list of the types that a program declares or uses. It lies beside the classes, and closes
 * what a checkpoint may name.
 *
 * @param names their names
 */
public record ProgramTypes(List<String> names) {
  /** Writes the list into a folder, unless it is there already. */
  public void write(Path folder) {
    Path file = folder.resolve(PreprocessorOptions.TYPES);
    try {
      if (!Files.exists(file) || !Files.readAllLines(file).equals(names)) {
        Path parent = file.getParent();
        Files.createDirectories(parent == null ? folder : parent);
        Files.write(file, names);
      }
    } catch (IOException e) {
      throw new UsageException("can't write " + file + ": " + e);
    }
  }
}
