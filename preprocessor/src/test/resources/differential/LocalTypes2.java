import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Local types in odd places. */
public class LocalTypes2<E> {
  static int step(int n) {
    int s = 0;
    for (int i = 0; i < n; i++) {
      s += i;
      System.out.println("s" + i);
    }
    return s;
  }

  interface Named {
    String name();

    default String loud(int n) {
      record Loud(String text, int n) {
        String go() {
          step(n);
          return text + n;
        }
      }
      return new Loud(name() + step(1), n).go();
    }

    static int count(int n) {
      class Counter {
        int c;

        int next() {
          step(1);
          return c += n;
        }
      }
      Counter k = new Counter();
      k.next();
      return k.next();
    }
  }

  E element;
  int x = 5;

  List<E> own(List<? extends E> given) {
    class Collector implements Iterable<E> {
      final List<E> all = new ArrayList<>();

      void add(E e) {
        step(1);
        all.add(e);
        LocalTypes2.this.element = e;
      }

      @Override
      public Iterator<E> iterator() {
        return all.iterator();
      }
    }
    Collector c = new Collector();
    for (E e : given) {
      c.add(e);
      step(1);
    }
    List<E> result = new ArrayList<>();
    for (E e : c.all) {
      step(1);
      result.add(e);
    }
    List<Collector> collectors = new ArrayList<>();
    collectors.add(c);
    Map<String, List<Collector>> byName = new HashMap<>();
    byName.put("a", List.of(c, new Collector()));
    step(1);
    result.add(byName.get("a").get(0).all.get(0));
    return result;
  }

  int shadows(int x) {
    class First {
      int get() {
        return x + LocalTypes2.this.x + step(1);
      }
    }
    int r = new First().get();
    {
      int y = 3;
      class Second extends First {
        int x = 9;

        @Override
        int get() {
          int z = y;
          {
            int y = 4;
            z += y + step(1);
          }
          return x + super.get() + z + super.hashCode() * 0;
        }
      }
      r += new Second().get() + new Second().x;
      Supplier<First> s = () -> {
        step(1);
        return new Second();
      };
      r += s.get().get();
      IntFunction<int[]> arrays = int[]::new;
      r += arrays.apply(2).length;
    }
    for (int y = 0; y < 2; y++) {
      int w = y;
      class First2 extends First {
        int get() {
          return super.get() * 10 + w;
        }
      }
      r += new First2().get();
      step(1);
    }
    return r;
  }

  static <T, R extends Comparable<R>> T best(List<T> all, Function<T, R> key) {
    class Candidate implements Comparable<Candidate> {
      final T value;
      final R score;

      Candidate(T value) {
        this.value = value;
        this.score = key.apply(value);
        step(1);
      }

      @Override
      public int compareTo(Candidate other) {
        return score.compareTo(other.score);
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    for (T t : all) {
      candidates.add(new Candidate(t));
      step(1);
    }
    Function<T, Candidate> make = Candidate::new;
    candidates.add(make.apply(all.get(0)));
    candidates.sort(Comparator.naturalOrder());
    Candidate last = candidates.get(candidates.size() - 1);
    Object o = last;
    step(1);
    Candidate back = (Candidate) o;
    return back.value;
  }

  static String inSwitch(int n) {
    String r = "";
    switch (n) {
      case 0:
        class Zero {
          String s() {
            return "zero" + step(1) + n;
          }
        }
        r += new Zero().s();
      case 1:
        r += step(1);
        break;
      default:
        try {
          class Failing extends RuntimeException {
            Failing() {
              super("n" + n);
            }
          }
          step(1);
          throw new Failing();
        } catch (RuntimeException e) {
          r += e.getMessage() + e.getClass().getSimpleName() + step(1);
        }
    }
    return r;
  }

  static class Task implements Runnable {
    public void run() {
      step(1);
    }
  }

  static int tasks(int n) {
    class Mine extends Task implements java.util.concurrent.Callable<Integer> {
      int ran;

      @Override
      public void run() {
        super.run();
        ran += n;
      }

      @Override
      public Integer call() {
        for (int i = 0; i < 2; i++) run();
        return ran;
      }
    }
    Mine m = new Mine();
    return m.call() + step(1);
  }

  static int recursive(int n) {
    class Fib {
      int of(int k) {
        if (k < 2) return k + step(0);
        return new Fib().of(k - 1) + of(k - 2) + n;
      }
    }
    record Acc(int a, int b) {
      Acc next() {
        step(1);
        return new Acc(b, a + b);
      }

      static Acc start() {
        return new Acc(0, 1);
      }
    }
    Acc acc = Acc.start();
    while (acc.a() < n) acc = acc.next();
    return new Fib().of(n) + acc.b;
  }

  static String unsafeInLambda(int n) {
    Supplier<String> s =
        () -> {
          class Inner {
            @Override
            public String toString() {
              return "inner" + n;
            }
          }
          return new Inner().toString();
        };
    step(1);
    return s.get();
  }

  public static void main(String[] args) {
    Named named = () -> "me";
    System.out.println(named.loud(1) + Named.count(3));
    LocalTypes2<String> l = new LocalTypes2<>();
    System.out.println(l.own(List.of("a", "b")) + l.element);
    System.out.println(l.shadows(2));
    System.out.println(best(List.of("a", "ccc", "bb"), String::length));
    for (int i = 0; i < 3; i++) System.out.println(inSwitch(i));
    System.out.println(tasks(2));
    System.out.println(recursive(4));
    System.out.println(unsafeInLambda(3));
  }
}
