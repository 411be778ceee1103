class Example implements Runnable {
  static class Sieve {
    private final boolean[] composite;

    Sieve(int n) { //! pinned-constructor
      composite = new boolean[n];
      for (int i = 2; i < n; i++) {
        for (int j = 2 * i; j < n; j += i) {
          composite[j] = true;
        }
      }
    }
  }

  @Override
  public void run() {
    new Sieve(1_000_000);
  }
}
