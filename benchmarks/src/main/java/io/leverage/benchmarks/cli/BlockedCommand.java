package io.leverage.benchmarks.cli;

import io.leverage.benchmarks.flow.BlockedThreads;
import java.nio.file.Path;

/** Measures threads that wait in {@code receive} in one worker. */
public final class BlockedCommand {
  private BlockedCommand() {}

  /** Arguments: the folder of the preprocessed task, how many threads, the worker's heap. */
  public static void main(String[] args) throws Exception {
    new BlockedThreads(Integer.parseInt(args[1]), Path.of(args[0]), System.out::println)
        .run(args[2]);
  }
}
