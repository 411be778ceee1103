import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Constructors that compute: they are captured half-way, as methods are. */
public class Constructors {
  static final StringBuilder LOG = new StringBuilder();

  static int log(String what, int value) {
    int sum = 0;
    for (int i = 0; i < value % 7 + 2; i++) {
      sum += i;
    }
    LOG.append(what).append(value).append(' ');
    return value + 0 * sum;
  }

  static class Sieve {
    private final boolean[] composite;
    private final int primes;
    final int limit;

    Sieve(int n) {
      composite = new boolean[n];
      limit = n;
      for (int i = 2; i < n; i++) {
        for (int j = 2 * i; j < n; j += i) {
          composite[j] = true;
        }
      }
      int found = 0;
      for (int i = 2; i < n; i++) {
        if (!composite[i]) {
          found++;
        }
      }
      primes = found;
    }
  }

  static class Tree {
    final Tree left;
    final Tree right;
    final int weight;

    Tree(int depth) {
      if (depth == 0) {
        left = null;
        right = null;
        weight = 1;
        return;
      }
      left = new Tree(depth - 1);
      right = new Tree(depth - 1);
      weight = left.weight + right.weight + log("t", depth);
    }
  }

  static class Box<T extends Comparable<T>> {
    final List<T> all = new ArrayList<>();
    T largest;
    final Supplier<String> text;

    @SafeVarargs
    Box(String name, T... values) {
      for (T each : values) {
        all.add(each);
        if (largest == null || each.compareTo(largest) > 0) {
          largest = each;
        }
      }
      String suffix = name + log("b", values.length);
      text = () -> all + suffix + largest;
    }
  }

  static class Base {
    final int first = log("first", 1);
    final int given;
    int seen;

    {
      log("block", given());
    }

    Base(int given) {
      this.given = given;
      for (int i = 0; i < 5; i++) {
        seen += describe(i);
      }
    }

    int given() {
      return 40;
    }

    int describe(int i) {
      return log("base", i);
    }
  }

  static class Derived extends Base {
    int factor = 3;
    final int twice = 2 * seen;
    private final String text;

    Derived(int given) {
      super(log("arg", given) + 1);
      StringBuilder built = new StringBuilder();
      for (int i = 0; i < 4; i++) {
        built.append(i * factor).append(',');
      }
      text = built.toString();
    }

    Derived() {
      this(log("default", 5), 2);
      factor += log("after", factor);
    }

    Derived(int given, int times) {
      super(given * times);
      text = "times" + times;
      for (int i = 0; i < times; i++) {
        factor *= 2;
      }
    }

    @Override
    int describe(int i) {
      return log("derived", i + factor);
    }
  }

  static class Chain {
    final List<Integer> steps = new ArrayList<>();
    int from;

    Chain() {
      this(log("from", 3));
      for (int i = 0; i < 3; i++) {
        steps.add(-i);
      }
    }

    Chain(int from) {
      this(from, log("to", from + 4));
    }

    private Chain(int from, int to) {
      this.from = from;
      while (from < to) {
        steps.add(from++);
      }
      steps.add(log("end", from));
    }
  }

  static class Failing {
    int done;

    Failing(int n, List<Failing> escaped) throws Exception {
      escaped.add(this);
      try {
        for (int i = 0; i < 10; i++) {
          done++;
          if (i == n) {
            throw new Exception("at " + i);
          }
        }
      } finally {
        done += log("finally", 100);
      }
      synchronized (this) {
        for (int i = 0; i < 3; i++) {
          done += i;
        }
      }
    }
  }

  static class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int code;

    Trouble(String what, int n) {
      super(what + n, new IllegalStateException("cause" + log("c", n)));
      int sum = 0;
      for (int i = 0; i < n; i++) {
        sum += i;
      }
      code = sum;
    }
  }

  static class Late {
    static final int START = log("static", 6);
    static int made;
    final int sum;

    Late(int n) {
      int total = START;
      for (int i = 0; i < n; i++) {
        total += i;
      }
      made++;
      sum = log("late", total);
    }
  }

  static class Steps {
    final int first;
    final int second;
    int third = 3;

    @java.lang.SuppressWarnings("unused")
    Steps() {
      this(1);
    }

    Steps(int first) {
      this(first, log("step", 2));
      third *= 2;
    }

    Steps(int first, int second) {
      this.first = first;
      this.second = first + second;
    }
  }

  enum Level {
    LOW(3),
    HIGH(9);

    final int sum;

    Level(int n) {
      int total = 0;
      for (int i = 0; i < n; i++) {
        total += i;
      }
      sum = total;
    }
  }

  record Range(int from, int to) {
    Range {
      for (int i = from; i < to; i++) {
        log("r", i);
      }
    }
  }

  class Inner {
    final int value;

    Inner(int n) {
      int sum = base;
      for (int i = 0; i < n; i++) {
        sum += i;
      }
      value = sum;
    }
  }

  final int base;
  private final Function<Integer, Integer> adder;

  public Constructors(int base) {
    this.base = base;
    int total = 0;
    for (int i = 0; i < 4; i++) {
      total += log("o", i);
    }
    int offset = total;
    adder = x -> {
      int sum = x;
      for (int i = 0; i < 3; i++) {
        sum += offset + this.base;
      }
      return sum;
    };
    class Local {
      final int value;

      Local(int n) {
        int sum = offset;
        for (int i = 0; i < n; i++) {
          sum += i;
        }
        value = sum;
      }
    }
    log("local", new Local(5).value);
  }

  static IntSupplier summing(int n) {
    return new IntSupplier() {
      private final int sum = new Sieve(n).primes;

      @Override
      public int getAsInt() {
        return sum + new Sieve(n + 10).primes;
      }
    };
  }

  static int argument(int x, Sieve sieve, int y) {
    return x * 1000 + sieve.primes * 10 + y;
  }

  public static void main(String[] args) throws Exception {
    System.out.println(new Sieve(100).primes + " " + new Sieve(50).limit);
    System.out.println(argument(log("x", 1), new Sieve(log("n", 30)), log("y", 2)));
    System.out.println(new Tree(4).weight);
    Box<String> words = new Box<>("w", "pear", "fig", "quince");
    System.out.println(words.text.get());
    System.out.println(new Box<Integer>("i", 3, 9, 4).largest);
    var raw = new Box<>("v", 2.5, 1.5);
    System.out.println(raw.text.get());
    Derived derived = new Derived(6);
    System.out.println(derived.text + derived.twice + " " + derived.factor + derived.seen);
    Derived other = new Derived();
    System.out.println(other.text + other.twice + " " + other.factor + other.given);
    System.out.println(new Chain().steps + " " + new Chain(8).steps + new Chain(1, 3).from);
    List<Failing> escaped = new ArrayList<>();
    for (int n : new int[] {3, 20}) {
      try {
        System.out.println(new Failing(n, escaped).done);
      } catch (Exception e) {
        System.out.println(e.getMessage() + escaped.get(escaped.size() - 1).done);
      }
    }
    try {
      throw new Trouble("t", 6);
    } catch (Trouble e) {
      System.out.println(e.getMessage() + e.code + e.getCause().getMessage());
      System.out.println(e.getStackTrace()[0].getMethodName());
    }
    System.out.println(Level.HIGH.sum + Level.LOW.sum + " " + new Range(2, 5));
    Constructors outer = new Constructors(7);
    System.out.println(outer.new Inner(5).value + " " + outer.adder.apply(1));
    IntFunction<Sieve> make = Sieve::new;
    System.out.println(make.apply(40).primes);
    Sieve anonymous =
        new Sieve(60) {
          @Override
          public String toString() {
            return "anonymous" + limit;
          }
        };
    System.out.println(anonymous + " " + summing(20).getAsInt());
    System.out.println(new Late(log("before", 4)).sum + new Late(3).sum + Late.made);
    Steps steps = new Steps();
    System.out.println(steps.first + " " + steps.second + " " + steps.third + new Steps(4).second);
    new Sieve(10);
    Object[] many = {new Sieve(10).primes, new Tree(1).weight, null};
    System.out.println(Arrays.toString(many));
    System.out.println(LOG);
  }
}
