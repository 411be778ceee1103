import io.leverage.VirtualThread;
import java.util.List;
import java.util.concurrent.Callable;

class Example implements Callable<String> {
  private final List<String> names = List.of("a", "b");

  @Override
  public String call() {
    names.forEach(name -> step(name)); //! blocking-while-pinned
    return "done";
  }

  private void step(String name) {
    VirtualThread.checkpoint();
  }
}
