package io.leverage.benchmarks.cli;

import io.leverage.benchmarks.rivals.RivalSources;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the kernels' sources for other libraries. */
public final class RivalsCommand {
  private RivalsCommand() {}

  /** Arguments: the folder of the kernels that the preprocessor wrote; one for the sources. */
  public static void main(String[] args) throws IOException {
    RivalSources.write(Path.of(args[0]), Path.of(args[1]));
  }
}
