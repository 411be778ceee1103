import io.leverage.DeadlockException;
import io.leverage.GlobalLock;
import io.leverage.GlobalVariable;
import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Threads that count under a lock, threads that wait for each other, and one that never unlocks. */
public final class Locking {
  static final class Counter implements Callable<Integer> {
    private final GlobalLock lock;
    private final GlobalVariable<Integer> count;
    private final int times;

    Counter(GlobalLock lock, GlobalVariable<Integer> count, int times) {
      this.lock = lock;
      this.count = count;
      this.times = times;
    }

    @Override
    public Integer call() {
      for (int i = 0; i < times; i++) {
        lock.lock();
        try {
          count.set(count.get() + 1); // wrong without the lock
        } finally {
          lock.unlock();
        }
        VirtualThread.current().report(i);
      }
      return times;
    }
  }

  static final class Crossing implements Callable<String> {
    private final GlobalLock first;
    private final GlobalLock second;
    private final GlobalVariable<Integer> ready;

    Crossing(GlobalLock first, GlobalLock second, GlobalVariable<Integer> ready) {
      this.first = first;
      this.second = second;
      this.ready = ready;
    }

    @Override
    public String call() {
      first.lock();
      try {
        ready.set(ready.get() + 1);
        while (ready.get() < 2) {
          VirtualThread.checkpoint();
        }
        second.lock();
        second.unlock();
        return "done";
      } catch (DeadlockException e) {
        return e.getMessage();
      } finally {
        first.unlock();
      }
    }
  }

  static final class Keeper implements Runnable {
    private final GlobalLock lock;

    Keeper(GlobalLock lock) {
      this.lock = lock;
    }

    @Override
    public void run() {
      lock.lock(Duration.ofMillis(500));
      VirtualThread.current().report("kept");
      VirtualThread.current().receive();
    }
  }

  static final class Waiter implements Callable<Long> {
    private final GlobalLock lock;

    Waiter(GlobalLock lock) {
      this.lock = lock;
    }

    @Override
    public Long call() {
      long token = lock.lock(Duration.ofMinutes(1));
      lock.unlock();
      return token;
    }
  }

  static final class Stranger implements Callable<String> {
    private final GlobalLock lock;

    Stranger(GlobalLock lock) {
      this.lock = lock;
    }

    @Override
    public String call() {
      try {
        lock.unlock();
        return "unlocked";
      } catch (IllegalMonitorStateException e) {
        return e.getMessage();
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    int threads = Integer.parseInt(args[0]);
    int times = Integer.parseInt(args[1]);
    try (VirtualComputer computer = VirtualComputer.builder().workers(3).open()) {
      System.out.println("computer " + computer.id());
      GlobalVariable<Integer> count = computer.global("count", 0);
      List<VirtualThread<Integer>> counters = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        counters.add(
            computer
                .start("counter-" + i, new Counter(computer.lock("turn"), count, times))
                .onPartialResult(x -> System.out.println("progress " + x)));
      }
      for (VirtualThread<Integer> counter : counters) {
        counter.result();
      }
      System.out.println("count " + count.get());
      GlobalVariable<Integer> ready = computer.global("ready", 0);
      GlobalLock left = computer.lock("left");
      GlobalLock right = computer.lock("right");
      VirtualThread<String> one = computer.start("one", new Crossing(left, right, ready));
      // Not atomic: the second begins when the first has counted.
      while (ready.get() < 1) {
        Thread.onSpinWait();
      }
      VirtualThread<String> two = computer.start("two", new Crossing(right, left, ready));
      System.out.println("one: " + one.result());
      System.out.println("two: " + two.result());
      GlobalLock kept = computer.lock("kept");
      VirtualThread<?> keeper = computer.start("keeper", new Keeper(kept));
      keeper.onPartialResult(x -> {});
      while (keeper.partialResult().isEmpty() && !keeper.join(Duration.ofMillis(20))) {
        Thread.onSpinWait();
      }
      System.out.println("token " + computer.start("waiter", new Waiter(kept)).result());
      System.out.println("stranger: " + computer.start("stranger", new Stranger(kept)).result());
    }
  }
}
