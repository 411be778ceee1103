import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Function;

/** Enums that methods declare. */
public class LocalEnums {
  static int step(int n) {
    int s = 0;
    for (int i = 0; i < n; i++) {
      s += i;
      System.out.println("s" + i);
    }
    return s;
  }

  static String run(int n) {
    enum Colour implements Runnable {
      RED,
      GREEN {
        @Override
        int weight() {
          return 5 + super.weight();
        }
      };

      private int used;

      int weight() {
        used += step(1) + 1;
        return ordinal();
      }

      @Override
      public void run() {
        step(2);
        System.out.println(this);
      }
    }
    String r = "";
    Colour[] all = Colour.values();
    for (Colour c : all) {
      switch (c) {
        case RED:
          r += c.weight() + "r";
        default:
          r += Colour.valueOf("GREEN").weight();
      }
      c.run();
    }
    Map<Colour, Integer> map = new EnumMap<>(Colour.class);
    for (Colour c : EnumSet.allOf(Colour.class)) {
      map.put(c, step(1) + c.used);
    }
    Function<String, Colour> f = Colour::valueOf;
    Object o = f.apply("RED");
    if (o instanceof Colour c && c == Colour.RED) r += step(1);
    return r + map + o.getClass().getSimpleName() + all.length;
  }

  String other() {
    enum Colour {
      BLUE
    }
    record Pair(Colour c, int n) {}
    Pair p = new Pair(Colour.BLUE, step(1));
    step(1);
    return p + "" + p.c();
  }

  static int leaf() {
    enum Small { A, B }
    return Small.values().length;
  }

  public static void main(String[] args) {
    System.out.println(run(1));
    System.out.println(new LocalEnums().other() + leaf());
  }
}
