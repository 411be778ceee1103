package io.leverage.preprocessor.internal.output;

import io.leverage.preprocessor.internal.pass.MobileMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** One file of the output: what it holds, and where it goes. */
public final class OutputFile {
  private final Path path;
  private final Path source;
  private final byte[] content;
  private final boolean transformed;
  private final List<MobileMethod> mobile;

  private OutputFile(
      Path path, Path source, byte[] content, boolean transformed, List<MobileMethod> mobile) {
    this.path = path;
    this.source = source;
    this.content = content;
    this.transformed = transformed;
    this.mobile = List.copyOf(mobile);
  }

  /** A byte for byte copy of a source file. */
  public static OutputFile copy(Path path, Path source) {
    try {
      return new OutputFile(path, source, Files.readAllBytes(source), false, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + source, e);
    }
  }

  /** A transformed file. */
  public static OutputFile generated(
      Path path, Path source, String text, List<MobileMethod> mobile) {
    return new OutputFile(path, source, text.getBytes(StandardCharsets.UTF_8), true, mobile);
  }

  /** Where it goes, relative to the output folder. */
  public Path path() {
    return path;
  }

  /** The file that it is made from. */
  Path source() {
    return source;
  }

  /** The methods and lambdas of it that are mobile. */
  List<MobileMethod> mobile() {
    return mobile;
  }

  /** Tells whether it is more than a copy. */
  public boolean transformed() {
    return transformed;
  }

  /** Writes it below a folder, unless it is there already; tells whether it had to. */
  boolean writeBelow(Path folder) throws IOException {
    Path target = folder.resolve(path);
    if (Files.exists(target) && Arrays.equals(Files.readAllBytes(target), content)) {
      return false;
    }
    Path parent = target.getParent();
    Files.createDirectories(parent == null ? folder : parent);
    Files.write(target, content);
    return true;
  }
}
