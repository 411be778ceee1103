import java.util.function.Supplier;

class Example implements Runnable {
  interface Step {
    long take(long n);
  }

  @Override
  public void run() {
    Supplier<Step> steps =
        () -> {
          class Collatz implements Step {
            @Override
            public long take(long n) { //! pinned-local-class
              while (n != 1) {
                n = n % 2 == 0 ? n / 2 : 3 * n + 1;
              }
              return n;
            }
          }
          return new Collatz();
        };
    steps.get().take(27);
  }
}
