package io.leverage.benchmarks.kernels;

/** Solves a sudoku by trying digits, with the free digits of rows, columns and boxes as bits. */
public final class Sudoku extends Kernel {
  private static final String PUZZLE =
      "1....7.9..3..2...8..96..5....53..9...1..8...26....4...3......1..41.....7..7...3..";

  private final int[] cells = new int[81];
  private final int[] rows = new int[9];
  private final int[] columns = new int[9];
  private final int[] boxes = new int[9];
  private int tries;

  @Override
  public long expected() {
    return 10 * 25092L;
  }

  @Override
  public Long call() {
    long sum = 0;
    for (int round = 0; round < rounds(10); round++) {
      read();
      if (!solve(0)) {
        throw new IllegalStateException("unsolvable");
      }
      for (int cell = 0; cell < 81; cell++) {
        sum += (long) cells[cell] * cell;
      }
      sum += tries;
    }
    return sum;
  }

  private void read() {
    tries = 0;
    for (int i = 0; i < 9; i++) {
      rows[i] = 0;
      columns[i] = 0;
      boxes[i] = 0;
    }
    for (int cell = 0; cell < 81; cell++) {
      char c = PUZZLE.charAt(cell);
      cells[cell] = 0;
      if (c != '.') {
        put(cell, c - '0');
      }
    }
  }

  private boolean solve(int from) {
    int cell = from;
    while (cell < 81 && cells[cell] != 0) {
      cell++;
    }
    if (cell == 81) {
      return true;
    }
    for (int digit = 1; digit <= 9; digit++) {
      if (isFree(cell, digit)) {
        tries++;
        put(cell, digit);
        if (solve(cell + 1)) {
          return true;
        }
        take(cell, digit);
      }
    }
    return false;
  }

  private boolean isFree(int cell, int digit) {
    return ((rows[cell / 9] | columns[cell % 9] | boxes[box(cell)]) & 1 << digit) == 0;
  }

  private void put(int cell, int digit) {
    cells[cell] = digit;
    flip(cell, digit);
  }

  private void take(int cell, int digit) {
    cells[cell] = 0;
    flip(cell, digit);
  }

  private void flip(int cell, int digit) {
    rows[cell / 9] ^= 1 << digit;
    columns[cell % 9] ^= 1 << digit;
    boxes[box(cell)] ^= 1 << digit;
  }

  private static int box(int cell) {
    return cell / 27 * 3 + cell % 9 / 3;
  }
}
