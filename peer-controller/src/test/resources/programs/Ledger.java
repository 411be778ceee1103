import io.leverage.GlobalVariable;
import io.leverage.Message;
import io.leverage.Update;
import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Clerks send numbered messages to an auditor, increment a global, and report; in the end every
 * number must have arrived exactly once, whatever was killed meanwhile.
 */
public final class Ledger {
  static final class Increment implements Update<Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    public Integer apply(Integer value) {
      return value + 1;
    }
  }

  static final class Clerk implements Callable<Integer> {
    private final int numbers;
    private final GlobalVariable<Integer> counter;

    Clerk(int numbers, GlobalVariable<Integer> counter) {
      this.numbers = numbers;
      this.counter = counter;
    }

    @Override
    public Integer call() {
      int newest = 0;
      for (int i = 0; i < numbers; i++) {
        VirtualThread.current().send("auditor", i);
        int value = counter.update(new Increment());
        if (value <= newest) {
          throw new IllegalStateException("the counter went from " + newest + " to " + value);
        }
        newest = value;
        if (i % 10 == 0) {
          VirtualThread.current().report(i / 10);
        }
      }
      return numbers;
    }
  }

  static final class Auditor implements Callable<String> {
    private final int clerks;
    private final int numbers;

    Auditor(int clerks, int numbers) {
      this.clerks = clerks;
      this.numbers = numbers;
    }

    @Override
    public String call() {
      int[] next = new int[clerks];
      int lost = 0;
      int doubled = 0;
      int open = clerks;
      while (open > 0) {
        Message message = VirtualThread.current().receive();
        int clerk = Integer.parseInt(message.sender().substring("clerk-".length()));
        int number = message.payload(Integer.class);
        if (number < next[clerk]) {
          doubled++;
        } else {
          lost += number - next[clerk];
          next[clerk] = number + 1;
          if (next[clerk] == numbers) {
            open--;
          }
        }
      }
      return "lost=" + lost + " doubled=" + doubled;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    int workers = Integer.parseInt(args[0]);
    int clerks = Integer.parseInt(args[1]);
    int numbers = Integer.parseInt(args[2]);
    try (VirtualComputer computer = VirtualComputer.builder().workers(workers).open()) {
      System.out.println("computer " + computer.id());
      GlobalVariable<Integer> counter = computer.global("counter", 0);
      VirtualThread<String> auditor = computer.start("auditor", new Auditor(clerks, numbers));
      CountDownLatch allReports = new CountDownLatch(clerks * ((numbers + 9) / 10));
      AtomicLongArray reports = new AtomicLongArray(clerks);
      AtomicLongArray disorder = new AtomicLongArray(clerks);
      List<VirtualThread<Integer>> threads = new ArrayList<>();
      for (int i = 0; i < clerks; i++) {
        int clerk = i;
        threads.add(computer.start("clerk-" + i, new Clerk(numbers, counter)));
        threads
            .get(i)
            .onPartialResult(
                x -> {
                  if ((Integer) x != reports.getAndIncrement(clerk)) {
                    disorder.incrementAndGet(clerk);
                  }
                  allReports.countDown();
                  System.out.println("progress " + clerk + " " + x);
                });
      }
      int returned = 0;
      for (VirtualThread<Integer> thread : threads) {
        returned += thread.result();
      }
      String audit = auditor.result();
      boolean complete = allReports.await(60, TimeUnit.SECONDS);
      long reported = 0;
      long disordered = 0;
      for (int i = 0; i < clerks; i++) {
        reported += reports.get(i);
        disordered += disorder.get(i);
      }
      System.out.println(
          "ledger: messages " + audit
              + " counter=" + counter.get()
              + " expected=" + clerks * numbers
              + " returned=" + returned
              + " reported=" + reported
              + " disordered=" + disordered
              + " complete=" + complete);
    }
  }
}
