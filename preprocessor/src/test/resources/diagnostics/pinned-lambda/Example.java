import java.util.List;

class Example implements Runnable {
  private final List<Integer> numbers = List.of(27, 97);

  @Override
  public void run() {
    numbers.forEach(n -> collatz(n)); //! pinned-lambda
  }

  private static void collatz(long n) {
    while (n != 1) {
      n = n % 2 == 0 ? n / 2 : 3 * n + 1;
    }
  }
}
