package io.leverage.preprocessor.internal.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file of the output.
 *
 * @param path where it goes, relative to the output folder
 * @param source the file that it is made from
 * @param content what it holds
 * @param transformed false if it is a copy
 */
public record OutputFile(Path path, Path source, byte[] content, boolean transformed) {

  /** A byte for byte copy of a source file. */
  public static OutputFile copy(Path path, Path source) {
    try {
      return new OutputFile(path, source, Files.readAllBytes(source), false);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + source, e);
    }
  }

  /** A transformed file. */
  public static OutputFile generated(Path path, Path source, String text) {
    return new OutputFile(path, source, text.getBytes(StandardCharsets.UTF_8), true);
  }
}
