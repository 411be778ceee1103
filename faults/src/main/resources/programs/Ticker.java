import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * One thread that reports every 50 ms, from within a loop in a method, until it is cancelled. It may
 * hold more than it needs, which changes each time.
 */
public final class Ticker implements Callable<Long> {
  private final byte[] load;
  private final Random random = new Random(1);

  Ticker(int kibibytes) {
    load = new byte[kibibytes << 10];
  }

  @Override
  public Long call() {
    return tick(0);
  }

  private long tick(long number) {
    while (true) {
      number++;
      random.nextBytes(load);
      VirtualThread.current().report(number);
      VirtualThread.current().receive(Duration.ofMillis(50));
    }
  }

  public static void main(String[] args) throws InterruptedException {
    try (VirtualComputer computer =
        VirtualComputer.builder().workers(Integer.parseInt(args[0])).open()) {
      VirtualThread<Long> ticker =
          computer.start("ticker", new Ticker(args.length < 2 ? 0 : Integer.parseInt(args[1])));
      ticker.onPartialResult(number -> System.out.println("tick " + number));
      System.out.println("opened " + computer.id());
      ticker.join();
    }
  }
}
