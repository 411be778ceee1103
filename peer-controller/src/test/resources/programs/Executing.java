import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A virtual computer as an executor service. */
public final class Executing {
  static final class Fibonacci implements Callable<Integer> {
    private final int n;

    Fibonacci(int n) {
      this.n = n;
    }

    @Override
    public Integer call() {
      if (n < 0) {
        throw new IllegalArgumentException("negative: " + n);
      }
      return of(n);
    }

    private static int of(int n) {
      VirtualThread.checkpoint();
      return n < 2 ? n : of(n - 1) + of(n - 2);
    }
  }

  static final class Waits implements Runnable {
    @Override
    public void run() {
      VirtualThread.current().receive();
    }
  }

  public static void main(String[] args) throws Exception {
    try (VirtualComputer computer = VirtualComputer.open()) {
      ExecutorService executor = computer.executor();
      List<Fibonacci> tasks = new ArrayList<>();
      for (int n = 0; n < 12; n++) {
        tasks.add(new Fibonacci(n));
      }
      List<Integer> results = new ArrayList<>();
      for (Future<Integer> future : executor.invokeAll(tasks)) {
        results.add(future.get());
      }
      System.out.println("all " + results);
      System.out.println("any " + executor.invokeAny(List.of(new Fibonacci(10), new Fibonacci(10))));
      try {
        executor.submit(new Fibonacci(-1)).get();
      } catch (ExecutionException e) {
        System.out.println("failed " + e.getCause());
      }
      Future<String> waiting = executor.submit(new Waits(), "waited");
      try {
        waiting.get(50, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        System.out.println("timed out, done=" + waiting.isDone());
      }
      System.out.println("cancelled " + waiting.cancel(true) + " " + waiting.isCancelled());
      try {
        waiting.get();
      } catch (CancellationException e) {
        System.out.println("get says cancelled");
      }
      Future<Integer> last = executor.submit(new Fibonacci(8));
      Future<?> endless = executor.submit(new Waits());
      executor.shutdown();
      try {
        executor.submit(new Fibonacci(1));
      } catch (RejectedExecutionException e) {
        System.out.println("rejected");
      }
      System.out.println("last " + last.get() + " terminated=" + executor.isTerminated());
      System.out.println("awaited " + executor.awaitTermination(50, TimeUnit.MILLISECONDS));
      executor.shutdownNow();
      System.out.println(
          "awaited " + executor.awaitTermination(1, TimeUnit.MINUTES) + " " + endless.isCancelled());
      System.out.println("terminated=" + executor.isTerminated());
    }
  }
}
