import io.leverage.GlobalVariable;
import io.leverage.LeverageException;
import io.leverage.Update;
import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Callable;

/** Tasks that go wrong, each in its own way; what the program then learns is printed. */
public final class Mishaps {
  static final class Add implements Update<Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    public Integer apply(Integer value) {
      return value + 1;
    }
  }

  /** Something that can't travel, held by something that could. */
  static final class Box {
    final Object content = new Thread("stays at home");
  }

  static final class Throwing implements Callable<String> {
    @Override
    public String call() {
      VirtualThread.checkpoint();
      return deeper(3); // the call
    }

    private String deeper(int levels) {
      if (levels > 0) {
        return deeper(levels - 1); // the recursion
      }
      VirtualThread.checkpoint();
      throw new IllegalStateException("three levels down"); // the throw
    }
  }

  static final class ThrowingLater implements Callable<String> {
    private final GlobalVariable<Boolean> go;

    ThrowingLater(GlobalVariable<Boolean> go) {
      this.go = go;
    }

    @Override
    public String call() {
      long waited = 0;
      return waitThenThrow(waited); // the later call
    }

    private String waitThenThrow(long waited) {
      long turns = waited;
      while (!go.get()) {
        turns++;
      }
      int[] none = new int[0];
      return "never " + none[(int) (turns % 7)]; // the later throw
    }
  }

  static final class ReturnsBox implements Callable<Object> {
    @Override
    public Object call() {
      VirtualThread.checkpoint();
      return new Box();
    }
  }

  static final class SendsBox implements Callable<Object> {
    @Override
    public Object call() {
      VirtualThread.checkpoint();
      VirtualThread.current().send("anybody", new Box());
      return "sent";
    }
  }

  static final class HoldsBox implements Callable<Object> {
    private final GlobalVariable<Integer> counter;

    HoldsBox(GlobalVariable<Integer> counter) {
      this.counter = counter;
    }

    @Override
    public Object call() {
      Box box = new Box();
      int value = counter.update(new Add());
      return box.content.hashCode() + value;
    }
  }

  /** The library calls it back, so a thread can't wait in it. */
  static final class ReceivingOrder implements Comparator<Integer> {
    @Override
    public int compare(Integer one, Integer other) {
      VirtualThread.current().receive(); // the pinned call
      return 0;
    }
  }

  static final class ReceivesInCallBack implements Callable<Object> {
    @Override
    public Object call() {
      VirtualThread.checkpoint();
      return Collections.max(List.of(1, 2), new ReceivingOrder());
    }
  }

  static final class Waits implements Callable<Object> {
    @Override
    public Object call() {
      return VirtualThread.current().receive().payload();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    try (VirtualComputer computer = VirtualComputer.builder().workers(2).open()) {
      for (String mishap : args) {
        try {
          System.out.println(mishap + " returned " + happen(computer, mishap));
        } catch (LeverageException e) {
          System.out.println(mishap + " caught " + e.getClass().getName() + ": " + e.getMessage());
          if (e.getCause() != null) {
            System.out.println(mishap + " cause " + e.getCause());
            for (StackTraceElement frame : e.getCause().getStackTrace()) {
              System.out.println(mishap + " at " + frame);
            }
          }
        }
        System.out.println(mishap + " over");
      }
    }
  }

  private static Object happen(VirtualComputer computer, String mishap)
      throws InterruptedException {
    switch (mishap) {
      case "throws":
        return computer.start(mishap, new Throwing()).result();
      case "throws-later":
        GlobalVariable<Boolean> go = computer.global("go", false);
        VirtualThread<String> later = computer.start(mishap, new ThrowingLater(go));
        System.out.println("started " + later.id());
        try (Scanner in = new Scanner(System.in)) {
          in.nextLine();
        }
        go.set(true);
        return later.result();
      case "result":
        return computer.start(mishap, new ReturnsBox()).result();
      case "message":
        return computer.start(mishap, new SendsBox()).result();
      case "local":
        return computer.start(mishap, new HoldsBox(computer.global("counter", 0))).result();
      case "pinned":
        return computer.start(mishap, new ReceivesInCallBack()).result();
      case "lambda":
        return computer.start(mishap, (Callable<String>) () -> "never").result();
      case "cancel":
        VirtualThread<Object> waiting = computer.start(mishap, new Waits());
        waiting.cancel();
        return waiting.result();
      case "taken":
        computer.start(mishap, new Waits());
        return computer.start(mishap, new Waits()).result();
      default:
        throw new IllegalArgumentException(mishap);
    }
  }
}
