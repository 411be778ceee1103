import io.leverage.VirtualThread;
import java.util.List;

class Example implements Runnable {
  private final Object held = "a";

  @Override
  public void run() {
    if (held instanceof String text && List.of("b").stream().noneMatch(s -> s.equals(text)) && waits()) { //! pattern-in-mobile-method
      VirtualThread.current().report(text);
    }
  }

  private static boolean waits() {
    VirtualThread.checkpoint();
    return true;
  }
}
