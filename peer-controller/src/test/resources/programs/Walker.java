import io.leverage.GlobalVariable;
import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import java.util.Scanner;
import java.util.concurrent.Callable;

/** A thread that computes until it is told that it is enough; then its result is checked. */
public final class Walker {
  static final class Walk implements Callable<String> {
    private final GlobalVariable<Boolean> enough;

    Walk(GlobalVariable<Boolean> enough) {
      this.enough = enough;
    }

    @Override
    public String call() {
      long stretches = 0;
      long position = 1;
      while (!enough.get()) {
        position = stretch(position);
        stretches++;
      }
      return stretches + " stretches to " + position;
    }
  }

  static long stretch(long from) {
    long position = from;
    for (int i = 0; i < 1_000_000; i++) {
      position = position * 6364136223846793005L + 1442695040888963407L;
    }
    return position;
  }

  public static void main(String[] args) throws InterruptedException {
    try (VirtualComputer computer = VirtualComputer.builder().workers(2).open();
        Scanner in = new Scanner(System.in)) {
      GlobalVariable<Boolean> enough = computer.global("enough", false);
      VirtualThread<String> walker = computer.start("walker", new Walk(enough));
      System.out.println("started " + walker.id());
      while (in.hasNextLine() && !in.nextLine().equals("enough")) {}
      enough.set(true);
      String result = walker.result();
      long stretches = Long.parseLong(result.substring(0, result.indexOf(' ')));
      long position = 1;
      for (long i = 0; i < stretches; i++) {
        position = stretch(position);
      }
      System.out.println(
          result.equals(stretches + " stretches to " + position) && stretches > 0
              ? "the result is right"
              : "the result is wrong: " + result);
    }
  }
}
