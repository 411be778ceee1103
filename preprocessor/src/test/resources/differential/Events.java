import java.util.ArrayList;
import java.util.EventObject;
import java.util.List;

/** Events hold their source in a transient field of the JDK's class. */
public class Events {
  static class Tick extends EventObject {
    private static final long serialVersionUID = 1;
    final int at;

    Tick(Object source, int at) {
      super(source);
      this.at = at;
    }
  }

  public static void main(String[] args) {
    Object clock = new Object();
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ticks.add(new Tick(i % 2 == 0 ? clock : "other", i));
      for (Tick tick : ticks) {
        System.out.println(tick.at + " " + (tick.getSource() == clock) + " " + tick.getSource().equals("other"));
      }
    }
  }
}
