package io.leverage.benchmarks.kernels;

/** Fibonacci numbers by plain recursion: nothing but calls. */
public final class Fib extends Kernel {
  @Override
  public long expected() {
    return 2 * 514229L;
  }

  @Override
  public Long call() {
    long sum = 0;
    for (int round = 0; round < rounds(2); round++) {
      sum += fib(29);
    }
    return sum;
  }

  private static int fib(int n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
  }
}
