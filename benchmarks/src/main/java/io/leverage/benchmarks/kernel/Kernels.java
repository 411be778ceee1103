package io.leverage.benchmarks.kernel;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** The kernels, whose sources are in {@code benchmarks/src/kernels}. */
public final class Kernels {
  /** Their names, in the order of the table. */
  public static final List<String> ALL =
      List.of(
          "Fib",
          "NQueens",
          "NBody",
          "Mandelbrot",
          "Matrix",
          "SpectralNorm",
          "Richards",
          "Json",
          "Words",
          "Sudoku",
          "Interpreter",
          "Tsp52",
          "Tsp200");

  private Kernels() {}

  /** Loads a kernel's compilations, and checks that each computes what it should. */
  public static Map<Compilation, Callable<?>> load(
      Path builds, String kernel, List<Compilation> compilations) throws Exception {
    Map<Compilation, Callable<?>> tasks = new EnumMap<>(Compilation.class);
    for (Compilation compilation : compilations) {
      Callable<?> task = compilation.load(builds, kernel);
      check(builds, kernel, task);
      tasks.put(compilation, task);
    }
    return tasks;
  }

  private static void check(Path builds, String kernel, Callable<?> task) throws Exception {
    Callable<?> plain = Compilation.PLAIN.load(builds, kernel);
    long expected = (Long) plain.getClass().getMethod("expected").invoke(plain);
    Object result = task.call();
    if (expected >= 0 && !result.equals(expected)) {
      throw new IllegalStateException(kernel + " gives " + result + ", not " + expected);
    }
  }
}
