class Example implements Runnable {
  static class Table {
    final long value = collatz(27); //! pinned-initializer
  }

  @Override
  public void run() {
    new Table();
  }

  private static long collatz(long n) {
    while (n != 1) {
      n = n % 2 == 0 ? n / 2 : 3 * n + 1;
    }
    return n;
  }
}
