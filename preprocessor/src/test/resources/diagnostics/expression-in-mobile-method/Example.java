class Example implements Runnable {
  @Override
  public void run() {
    (new Object() { //! expression-in-mobile-method
      void show(int n) {}
    }).show(collatz(27));
  }

  private static int collatz(long n) {
    int steps = 0;
    while (n != 1) {
      n = n % 2 == 0 ? n / 2 : 3 * n + 1;
      steps++;
    }
    return steps;
  }
}
