import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

class Example implements Runnable {
  static class BySteps implements Comparator<Long> {
    @Override
    public int compare(Long a, Long b) { //! pinned-callback
      return Integer.compare(steps(a), steps(b));
    }

    private static int steps(long n) {
      int steps = 0;
      while (n != 1) {
        n = n % 2 == 0 ? n / 2 : 3 * n + 1;
        steps++;
      }
      return steps;
    }
  }

  @Override
  public void run() {
    List<Long> numbers = new ArrayList<>(List.of(27L, 97L));
    numbers.sort(new BySteps());
  }
}
