import io.leverage.VirtualThread;
import java.util.List;

class Example implements Runnable {
  private final Object held = "a";

  private boolean isNew(String text) {
    VirtualThread.checkpoint();
    return text.isEmpty();
  }

  @Override
  public void run() {
    List<String> names = List.of("b");
    if (held instanceof String text //! pattern-in-mobile-method
        && names.stream().noneMatch(s -> s.equals(text))
        && isNew(text)) {
      VirtualThread.checkpoint();
    }
  }
}
