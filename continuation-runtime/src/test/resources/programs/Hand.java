import io.leverage.continuation.*;
import java.util.*;
import java.util.function.*;

/** Transformed by hand: one loop that polls, and state of every kind. */
public class Hand {
  static int count;
  static final List<String> LOG = new ArrayList<>();
  static final Scanner IN = new Scanner(System.in);
  static boolean touched;

  enum Size {
    SMALL,
    LARGE {
      @Override
      int factor() {
        return 10;
      }
    };

    int hits;

    Size() {
      System.out.println("size " + name());
    }

    int factor() {
      return 1;
    }
  }

  interface Shared {
    List<String> NAMES = new ArrayList<>(List.of("n"));
    int CONSTANT = 4;
  }

  static class Late {
    static int value = init();

    static int init() {
      System.out.println("late");
      return 7;
    }
  }

  record Point(int x, List<String> names) {
    Point {
      System.out.println("point");
    }
  }

  static {
    System.out.println("init");
  }

  public static void main(String[] args) {
    main(Continuation.PINNED, args);
  }

  public static void main(Continuation c, String[] args) {
    int plus = args.length;
    Function<Integer, Integer> add = x -> x + plus;
    Supplier<Size> large = () -> Size.LARGE;
    Map<Size, Integer> bySize = new EnumMap<>(Size.class);
    bySize.put(Size.SMALL, 1);
    Runnable note = LOG::size;
    run(c, 0, new Point(1, LOG), add, large, bySize, note);
  }

  static void run(
      Continuation c, int i, Point p, Function<Integer, Integer> add, Supplier<Size> large,
      Map<Size, Integer> bySize, Runnable note) {
    for (; i < 6; i++) {
      if (c.poll && c.slow()) {
        F f = new F();
        f.i = i;
        f.p = p;
        f.add = add;
        f.large = large;
        f.bySize = bySize;
        f.note = note;
        throw c.save(f);
      }
      body(i, p, add, large, bySize, note);
    }
    if (touched) {
      throw new IllegalStateException("end");
    }
  }

  static void body(
      int i, Point p, Function<Integer, Integer> add, Supplier<Size> large,
      Map<Size, Integer> bySize, Runnable note) {
    count++;
    LOG.add("l" + i);
    note.run();
    large.get().hits += large.get().factor();
    Shared.NAMES.add("x");
    if (i == 3) {
      Late.value++;
      touched = true;
    }
    String late = i > 3 ? " " + Late.value : "";
    System.out.println(
        i + " " + count + " " + p.names() + (p.names() == LOG) + add.apply(i) + Size.valueOf("LARGE").hits
            + Shared.NAMES.size() + Shared.CONSTANT + (large.get() == Size.LARGE) + late + bySize + (IN != null));
    switch (Size.values()[i % 2]) {
      case SMALL -> System.out.println("small");
      case LARGE -> System.out.println("large");
    }
  }

  static class F extends Frame {
    int i;
    Point p;
    Function<Integer, Integer> add;
    Supplier<Size> large;
    Map<Size, Integer> bySize;
    Runnable note;

    @Override
    public String method() {
      return "Hand.run";
    }

    @Override
    public int line() {
      return 1;
    }

    @Override
    public long version() {
      return 1;
    }

    @Override
    protected Object resumeAny(Continuation c) {
      body(i, p, add, large, bySize, note);
      Continuation.line(4711);
      run(c, i + 1, p, add, large, bySize, note);
      return null;
    }
  }
}
