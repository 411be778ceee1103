class Example implements Runnable {
  abstract static class Table {
    final boolean[] composite;

    Table(int n) { //! pinned-constructor
      composite = new boolean[n];
      for (int i = 2; i < n; i++) {
        for (int j = 2 * i; j < n; j += i) {
          composite[j] = true;
        }
      }
    }
  }

  static class Sieve extends Table {
    Sieve(int n) {
      super(n);
    }
  }

  @Override
  public void run() {
    new Sieve(1_000_000);
  }
}
