package io.leverage.benchmarks.kernels;

/** The spectral norm of an infinite matrix: an inner loop that calls a small method. */
public final class SpectralNorm extends Kernel {
  private static final int SIZE = 200;

  @Override
  public long expected() {
    return 1274223601L;
  }

  @Override
  public Long call() {
    double[] u = new double[SIZE];
    double[] v = new double[SIZE];
    double[] between = new double[SIZE];
    java.util.Arrays.fill(u, 1);
    for (int round = 0; round < rounds(10); round++) {
      multiply(u, between, v);
      multiply(v, between, u);
    }
    double uv = 0;
    double vv = 0;
    for (int i = 0; i < SIZE; i++) {
      uv += u[i] * v[i];
      vv += v[i] * v[i];
    }
    return Math.round(Math.sqrt(uv / vv) * 1e9);
  }

  private static void multiply(double[] from, double[] between, double[] to) {
    for (int i = 0; i < SIZE; i++) {
      double sum = 0;
      for (int j = 0; j < SIZE; j++) {
        sum += element(i, j) * from[j];
      }
      between[i] = sum;
    }
    for (int i = 0; i < SIZE; i++) {
      double sum = 0;
      for (int j = 0; j < SIZE; j++) {
        sum += element(j, i) * between[j];
      }
      to[i] = sum;
    }
  }

  private static double element(int i, int j) {
    return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1);
  }
}
