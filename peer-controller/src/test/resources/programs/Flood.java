import io.leverage.GlobalVariable;
import io.leverage.Message;
import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Callable;

/**
 * Senders that could send much more than their receiver takes: it begins when the program is told
 * to, and goes slowly.
 */
public final class Flood {
  static final class Sender implements Callable<Integer> {
    private final int numbers;

    Sender(int numbers) {
      this.numbers = numbers;
    }

    @Override
    public Integer call() {
      for (int i = 0; i < numbers; i++) {
        VirtualThread.current().send("receiver", i);
        if (i % 100 == 99) {
          VirtualThread.current().report(i + 1);
        }
      }
      return numbers;
    }
  }

  static final class Receiver implements Callable<String> {
    private final int senders;
    private final int numbers;
    private final GlobalVariable<Boolean> open;

    Receiver(int senders, int numbers, GlobalVariable<Boolean> open) {
      this.senders = senders;
      this.numbers = numbers;
      this.open = open;
    }

    @Override
    public String call() {
      while (!open.get()) {
        VirtualThread.checkpoint();
      }
      int[] next = new int[senders];
      int lost = 0;
      int doubled = 0;
      int ended = 0;
      while (ended < senders) {
        Message message = VirtualThread.current().receive();
        int sender = Integer.parseInt(message.sender().substring("sender-".length()));
        int number = message.payload(Integer.class);
        if (number < next[sender]) {
          doubled++;
        } else {
          lost += number - next[sender];
          next[sender] = number + 1;
          if (next[sender] == numbers) {
            ended++;
          }
        }
      }
      return "lost=" + lost + " doubled=" + doubled;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    int workers = Integer.parseInt(args[0]);
    int senders = Integer.parseInt(args[1]);
    int numbers = Integer.parseInt(args[2]);
    try (VirtualComputer computer = VirtualComputer.builder().workers(workers).open()) {
      System.out.println("computer " + computer.id());
      GlobalVariable<Boolean> open = computer.global("open", false);
      VirtualThread<String> receiver =
          computer.start("receiver", new Receiver(senders, numbers, open));
      List<VirtualThread<Integer>> threads = new ArrayList<>();
      for (int i = 0; i < senders; i++) {
        int sender = i;
        threads.add(computer.start("sender-" + i, new Sender(numbers)));
        threads.get(i).onPartialResult(x -> System.out.println("sent " + sender + " " + x));
      }
      new Scanner(System.in).nextLine();
      open.set(true);
      for (VirtualThread<Integer> thread : threads) {
        thread.result();
      }
      System.out.println("flood: " + receiver.result());
    }
  }
}
