import io.leverage.GlobalVariable;
import io.leverage.Update;
import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Very many small tasks, and among them some that count, some that take long, some that wait. */
public final class Farming {
  private static final int LONG_EVERY = 500;
  private static final int WAIT_EVERY = 400;
  private static final int COUNT_EVERY = 100;

  static final class Increment implements Update<Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    public Integer apply(Integer value) {
      return value + 1;
    }
  }

  static final class Square implements Callable<Long> {
    private final int n;
    private final GlobalVariable<Integer> counter;

    Square(int n, GlobalVariable<Integer> counter) {
      this.n = n;
      this.counter = counter;
    }

    @Override
    public Long call() {
      if (n % LONG_EVERY == 1) {
        compute();
      }
      if (n % COUNT_EVERY == 2) {
        counter.update(new Increment());
      }
      if (n % WAIT_EVERY == 3) {
        VirtualThread.current().receive();
      }
      return (long) n * n;
    }

    private void compute() {
      long end = System.nanoTime() + 200_000_000L;
      while (System.nanoTime() < end) {
        VirtualThread.checkpoint();
      }
    }
  }

  public static void main(String[] args) throws Exception {
    int workers = Integer.parseInt(args[0]);
    int tasks = Integer.parseInt(args[1]);
    try (VirtualComputer computer = VirtualComputer.builder().workers(workers).open()) {
      GlobalVariable<Integer> counter = computer.global("counter", 0);
      ExecutorService executor = computer.executor();
      List<Future<Long>> results = new ArrayList<>();
      for (int i = 0; i < tasks; i++) {
        results.add(executor.submit(new Square(i, counter)));
      }
      int wrong = 0;
      int cancelled = 0;
      for (int i = 0; i < tasks; i++) {
        if (i % WAIT_EVERY == 3) {
          continue;
        }
        if (results.get(i).get() != (long) i * i) {
          wrong++;
        }
        if (i % 100 == 0) {
          System.out.println("progress " + i);
        }
      }
      for (int i = 3; i < tasks; i += WAIT_EVERY) {
        if (!results.get(i).isDone() && results.get(i).cancel(true)) {
          cancelled++;
        }
      }
      System.out.println(
          "farm: wrong=" + wrong + " cancelled=" + cancelled + " counted=" + counter.get());
    }
  }
}
