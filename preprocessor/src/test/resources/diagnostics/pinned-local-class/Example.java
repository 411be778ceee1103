class Example implements Runnable {
  abstract static class Step {
    abstract long take(long n);
  }

  @Override
  public void run() {
    Step step =
        new Step() {
          @Override
          long take(long n) { //! pinned-local-class
            while (n != 1) {
              n = n % 2 == 0 ? n / 2 : 3 * n + 1;
            }
            return n;
          }
        };
    step.take(27);
  }
}
