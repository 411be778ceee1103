import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import java.util.concurrent.Callable;

/** A thread with a large array of which it changes little. */
public final class Bulky {
  static final class Bulk implements Callable<String> {
    private final int size;
    private final int changes;

    Bulk(int size, int changes) {
      this.size = size;
      this.changes = changes;
    }

    @Override
    public String call() {
      byte[] bulk = new byte[size];
      for (int i = 0; i < size; i++) {
        bulk[i] = (byte) (i * 31 + (i >>> 8) * 17);
      }
      for (int change = 0; change < changes; change++) {
        bulk[change * (size / changes)]++;
        VirtualThread.current().report(change);
        VirtualThread.checkpoint();
      }
      int wrong = 0;
      for (int i = 0; i < size; i++) {
        int expected = i * 31 + (i >>> 8) * 17 + (i % (size / changes) == 0 ? 1 : 0);
        if (bulk[i] != (byte) expected) {
          wrong++;
        }
      }
      return "wrong=" + wrong;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    int size = Integer.parseInt(args[0]);
    int changes = Integer.parseInt(args[1]);
    try (VirtualComputer computer = VirtualComputer.builder().workers(1).open()) {
      VirtualThread<String> bulk = computer.start("bulk", new Bulk(size, changes));
      bulk.onPartialResult(x -> System.out.println("progress " + x));
      System.out.println("bulk: " + bulk.result());
    }
  }
}
