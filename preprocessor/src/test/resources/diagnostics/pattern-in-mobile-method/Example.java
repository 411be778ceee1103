class Example implements Runnable {
  private Object shape = 1;

  @Override
  public void run() {
    while (shape instanceof Integer side && use(() -> side + 1)) { //! pattern-in-mobile-method
      shape = step(side);
    }
  }

  private static boolean use(java.util.function.IntSupplier next) {
    return next.getAsInt() < 1_000;
  }

  private static int step(int n) {
    return n + 1;
  }
}
