import io.leverage.GlobalVariable;
import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import java.util.Scanner;
import java.util.concurrent.Callable;

/** A thread that prints each new value of a global variable, and one that waits for its word. */
public final class Talker {
  static final class Talk implements Callable<Integer> {
    private final GlobalVariable<String> word;

    Talk(GlobalVariable<String> word) {
      this.word = word;
    }

    @Override
    public Integer call() {
      String last = "";
      int words = 0;
      while (!last.equals("enough")) {
        String now = word.get();
        if (!now.equals(last)) {
          System.out.println("heard " + now);
          words++;
        }
        last = now;
        further(words);
      }
      VirtualThread.current().send("listener", words);
      return words;
    }
  }

  static final class Listen implements Callable<Object> {
    @Override
    public Object call() {
      return VirtualThread.current().receive().payload();
    }
  }

  static long further(long from) {
    long count = from;
    for (int i = 0; i < 5_000_000; i++) {
      count = count * 6364136223846793005L + 1442695040888963407L;
    }
    return count;
  }

  public static void main(String[] args) throws InterruptedException {
    try (VirtualComputer computer = VirtualComputer.builder().workers(2).open();
        Scanner in = new Scanner(System.in)) {
      GlobalVariable<String> word = computer.global("word", "");
      VirtualThread<Object> listener = computer.start("listener", new Listen());
      VirtualThread<Integer> talker = computer.start("talker", new Talk(word));
      System.out.println("started " + talker.id());
      String typed = "";
      while (!typed.equals("enough") && in.hasNextLine()) {
        typed = in.nextLine();
        word.set(typed);
      }
      System.out.println("heard " + talker.result() + " words, " + listener.result() + " told");
    }
  }
}
