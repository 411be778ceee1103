package io.leverage.benchmarks.kernels;

/** Multiplies matrices row by row, so that the inner loop can be vectorised. */
public final class Matrix extends Kernel {
  private static final int SIZE = 128;

  @Override
  public long expected() {
    return 1980534L;
  }

  @Override
  public Long call() {
    double[][] a = filled(3);
    double[][] b = filled(5);
    long sum = 0;
    for (int round = 0; round < rounds(6); round++) {
      double[][] product = multiply(a, b);
      for (int i = 0; i < SIZE; i++) {
        sum += (long) product[i][(i + round) % SIZE];
      }
    }
    return sum;
  }

  private static double[][] filled(int seed) {
    double[][] matrix = new double[SIZE][SIZE];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        matrix[i][j] = (i * seed + j) % 10;
      }
    }
    return matrix;
  }

  private static double[][] multiply(double[][] a, double[][] b) {
    double[][] product = new double[SIZE][SIZE];
    for (int i = 0; i < SIZE; i++) {
      double[] row = product[i];
      for (int k = 0; k < SIZE; k++) {
        double factor = a[i][k];
        double[] other = b[k];
        for (int j = 0; j < SIZE; j++) {
          row[j] += factor * other[j];
        }
      }
    }
    return product;
  }
}
