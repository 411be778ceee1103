import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Local types of methods with safepoints. */
public class LocalTypes {
  private int base = 100;

  static int step(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += i;
      System.out.println("step " + i);
    }
    return sum;
  }

  int instance(int a) {
    String text = "captured" + a;
    final int k = 3;
    class Counter {
      int count = text.length();
      final int start = count + base;

      int up(int by) {
        for (int i = 0; i < by; i++) {
          count += step(2);
          System.out.println(text + " " + count + " " + k + base);
        }
        switch (by) {
          case k: return count;
          default: return -count;
        }
      }

      Counter twin() {
        return new Counter();
      }
    }
    class Loud extends Counter {
      private final String prefix;

      Loud(String prefix) {
        this.prefix = prefix + a;
      }

      @Override
      int up(int by) {
        System.out.println(prefix);
        return super.up(by) + twin().up(1);
      }
    }
    Counter c = new Counter();
    int r = c.up(2);
    Counter d = new Loud("loud");
    r += d.up(3);
    List<Counter> all = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      all.add(i == 0 ? new Counter() : new Loud("x" + step(i)));
      step(1);
    }
    for (Counter each : all) {
      r += each.up(1);
      base++;
    }
    Supplier<Counter> maker = Counter::new;
    Function<String, Counter> louder = Loud::new;
    r += maker.get().up(1) + louder.apply("ref").start;
    Counter[] array = {c, d, null};
    array[2] = new Counter() {
      @Override
      int up(int by) {
        return by + a;
      }
    };
    r += array[2].up(5);
    System.out.println(array.getClass().getComponentType().getSimpleName() + Counter.class.getSimpleName());
    Object o = d;
    if (o instanceof Loud loud && step(1) == 0) {
      System.out.println(loud.prefix);
    }
    return r;
  }

  static <T extends Comparable<T>> T generic(List<T> values) {
    record Pair<A>(A left, int right) {
      static int made;

      Pair {
        made++;
      }

      int total() {
        return step(right) + made;
      }
    }
    interface Visitor<R> {
      R visit(int n);

      default R twice(int n) {
        step(1);
        visit(n);
        return visit(n + 1);
      }
    }
    class Best implements Visitor<T> {
      T best;

      @Override
      public T visit(int n) {
        T value = values.get(n);
        step(1);
        if (best == null || value.compareTo(best) > 0) best = value;
        return best;
      }
    }
    Best finder = new Best();
    T result = finder.twice(0);
    Pair<T> p = new Pair<>(result, 2);
    System.out.println(p + " " + p.total() + " " + Pair.made + " " + p.equals(new Pair<>(result, 2)));
    BiFunction<T, Integer, Pair<T>> make = Pair::new;
    System.out.println(make.apply(result, 1));
    Best[] several = new Best[2];
    several[0] = finder;
    step(1);
    return several[0].best;
  }

  static int sameNames(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      int j = i * 2;
      if (i % 2 == 0) {
        class Cell {
          int get() {
            return step(1) + j;
          }
        }
        sum += new Cell().get();
      } else {
        record Cell(int value) {
          int get() {
            return step(1) + value;
          }
        }
        Cell cell = new Cell(j);
        System.out.println(cell);
        sum += cell.get();
      }
    }
    return sum;
  }

  abstract static class Base {
    final String seen;

    Base() {
      seen = describe();
    }

    abstract String describe();
  }

  static String seenBySuper(String captured) {
    class Derived extends Base {
      final String own = captured + "!";

      @Override
      String describe() {
        step(1);
        return captured + own;
      }
    }
    Derived d = new Derived();
    return d.seen + d.describe();
  }

  static int nested(int n) {
    int m = n + 1;
    class Outer {
      int o = m;

      int run(int p) {
        class Inner {
          int q = o + p + m;

          int go() {
            step(1);
            return q + o++ + p;
          }
        }
        Inner inner = new Inner();
        step(1);
        return inner.go() + new Inner().go();
      }
    }
    return new Outer().run(n);
  }

  static class Failure extends Exception {
    Failure(String m) {
      super(m);
    }
  }

  static String exceptions() {
    class Mine extends Failure {
      Mine(String m) {
        super(m + "?");
      }
    }
    try {
      step(1);
      throw new Mine("a" + step(2));
    } catch (Mine e) {
      step(1);
      return e.getMessage();
    }
  }

  interface Shape {
    double area();
  }

  static Shape shape(double w) {
    class Square implements Shape {
      @Override
      public double area() {
        double a = 0;
        for (int i = 0; i < 3; i++) {
          a += w * w;
          System.out.println(a);
        }
        return a;
      }
    }
    return new Square();
  }

  public static void main(String[] args) {
    System.out.println(new LocalTypes().instance(1));
    System.out.println(generic(List.of("b", "c", "a")));
    System.out.println(sameNames(4));
    System.out.println(seenBySuper("x"));
    System.out.println(nested(1));
    System.out.println(exceptions());
    System.out.println(shape(2).area());
  }
}
