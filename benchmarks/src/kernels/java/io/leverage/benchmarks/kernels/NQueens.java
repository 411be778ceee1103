package io.leverage.benchmarks.kernels;

/** Counts the ways to put queens on a board, by backtracking. */
public final class NQueens extends Kernel {
  private static final int SIZE = 9;

  @Override
  public long expected() {
    return 4 * 352L;
  }

  @Override
  public Long call() {
    long sum = 0;
    for (int round = 0; round < rounds(4); round++) {
      sum += solve(new int[SIZE], 0);
    }
    return sum;
  }

  private static int solve(int[] columns, int row) {
    if (row == SIZE) {
      return 1;
    }
    int solutions = 0;
    for (int column = 0; column < SIZE; column++) {
      if (isSafe(columns, row, column)) {
        columns[row] = column;
        solutions += solve(columns, row + 1);
      }
    }
    return solutions;
  }

  private static boolean isSafe(int[] columns, int row, int column) {
    for (int other = 0; other < row; other++) {
      int distance = columns[other] - column;
      if (distance == 0 || distance == row - other || distance == other - row) {
        return false;
      }
    }
    return true;
  }
}
