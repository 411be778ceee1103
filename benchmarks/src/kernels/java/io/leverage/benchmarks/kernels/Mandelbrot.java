package io.leverage.benchmarks.kernels;

/** Counts the steps by which points of the complex plane escape: three loops in one method. */
public final class Mandelbrot extends Kernel {
  private static final int SIZE = 96;
  private static final int LIMIT = 200;

  @Override
  public long expected() {
    return 757296L;
  }

  @Override
  public Long call() {
    long steps = 0;
    for (int row = 0; row < SIZE; row++) {
      double ci = 2.0 * row / SIZE - 1.0;
      for (int column = 0; column < SIZE; column++) {
        double cr = 2.0 * column / SIZE - 1.5;
        double zr = 0;
        double zi = 0;
        int step = 0;
        while (step < LIMIT && zr * zr + zi * zi < 4) {
          double next = zr * zr - zi * zi + cr;
          zi = 2 * zr * zi + ci;
          zr = next;
          step++;
        }
        steps += step;
      }
    }
    return steps;
  }
}
