import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lambdas for interfaces of the program: captured state, currying, recursion, exceptions. */
public class Closures {
  interface Fn<A, B> {
    B apply(A a);

    default <C> Fn<A, C> then(Fn<? super B, ? extends C> next) {
      return a -> next.apply(apply(a));
    }

    static <T> Fn<T, T> identity() {
      return t -> t;
    }
  }

  interface IntFn {
    int apply(int x);
  }

  interface Thrower<X extends Exception> {
    int run(int n) throws X;
  }

  interface Action {
    void run();
  }

  interface Rec<T> {
    T apply(Rec<T> self, int n);
  }

  interface Triple {
    long of(byte b, char c, double d);
  }

  static int work(int n) {
    int s = 0;
    for (int i = 0; i < n; i++) {
      s += i ^ n;
      Thread.onSpinWait();
    }
    return s;
  }

  static Fn<Integer, Fn<Integer, Fn<Integer, Integer>>> curried() {
    return a -> b -> c -> {
      int s = work(a);
      for (int i = 0; i < b; i++) {
        s += work(c) * a + i;
      }
      return s;
    };
  }

  static Action counter(int[] cell, List<String> log) {
    return () -> {
      for (int i = 0; i < 3; i++) {
        cell[0] += work(i + 2);
        log.add("c" + cell[0]);
      }
    };
  }

  static <A, B> Fn<A, B> memo(Fn<A, B> f) {
    Map<A, B> known = new HashMap<>();
    return a -> {
      B b = known.get(a);
      if (b == null) {
        b = f.apply(a);
        known.put(a, b);
      }
      return b;
    };
  }

  static <X extends Exception> int guarded(Thrower<X> t, int n) throws X {
    int result = 0;
    try {
      for (int i = 0; i < n; i++) {
        result += t.run(i);
      }
    } finally {
      result += 1;
      System.out.println("finally " + result);
    }
    return result;
  }

  private Fn<Integer, Long> fib;
  private int instance = 7;

  Closures() {
    fib = n -> n < 2 ? (long) n : fib.apply(n - 1) + fib.apply(n - 2);
  }

  final IntFn viaField = x -> x <= 0 ? instance : this.viaField.apply(x - 1) + work(x);

  Fn<String, String> shadow(String suffix) {
    return toString -> {
      String s = toString;
      for (int i = 0; i < 2; i++) {
        s += toString() + suffix + work(i);
      }
      return s + super.hashCode();
    };
  }

  @Override
  public String toString() {
    return "<closures>";
  }

  @Override
  public int hashCode() {
    return 1;
  }

  static <T> T twice(Fn<T, T> f, T start) {
    return f.apply(f.apply(start));
  }

  public static void main(String[] args) throws Exception {
    System.out.println(curried().apply(3).apply(4).apply(5));
    int[] cell = {0};
    List<String> log = new ArrayList<>();
    Action count = counter(cell, log);
    count.run();
    count.run();
    System.out.println(cell[0] + " " + log);

    Closures object = new Closures();
    System.out.println(object.fib.apply(10) + " " + object.viaField.apply(5));
    System.out.println(object.shadow("#").apply("s").length() > 10);

    Rec<Integer> fact = (self, n) -> n <= 1 ? 1 : n * self.apply(self, n - 1);
    System.out.println(fact.apply(fact, 9));

    Fn<Integer, Integer> slow = memo(n -> work(n) + 1);
    System.out.println(slow.apply(20) + slow.apply(20) + slow.apply(7));

    Map<String, Fn<Integer, Integer>> table = new LinkedHashMap<>();
    for (int i = 1; i < 4; i++) {
      int factor = i;
      table.put("x" + i, n -> work(n) * factor);
    }
    table.put("then", table.get("x2").then(table.get("x3")).then(n -> n % 1000));
    for (Map.Entry<String, Fn<Integer, Integer>> e : table.entrySet()) {
      System.out.println(e.getKey() + "=" + e.getValue().apply(6));
    }

    Triple triple = (byte b, char c, double d) -> {
      long t = b;
      for (char k = 'a'; k < c; k++) {
        t += work(k % 5) + (long) d;
      }
      return t;
    };
    System.out.println(triple.of((byte) 3, 'f', 2.9));
    IntFn typed = (var x) -> work(x) - x;
    System.out.println(typed.apply(8));

    try {
      guarded(
          n -> {
            if (work(n) > 3) {
              throw new java.io.IOException("at " + n);
            }
            return work(n);
          },
          9);
    } catch (java.io.IOException e) {
      System.out.println(e.getMessage());
    }
    System.out.println(guarded(n -> work(n), 3));

    String out =
        twice(
            s -> {
              StringBuilder b = new StringBuilder(s);
              outer:
              for (int i = 0; i < 3; i++) {
                for (int j = 0; ; j++) {
                  if (j > i) {
                    continue outer;
                  }
                  if (b.length() > 12) {
                    break outer;
                  }
                  b.append(i).append(work(j));
                }
              }
              return switch (b.length() % 3) {
                case 0 -> b.reverse().toString();
                case 1 -> {
                  Fn<String, String> inner = t -> t + work(t.length()) + s;
                  yield inner.apply(b.toString());
                }
                default -> b + "!";
              };
            },
            "go");
    System.out.println(out);

    Fn<Object, String> test = o -> {
      if (o instanceof String s && work(s.length()) > 0) {
        return "string " + s;
      } else if (o instanceof Integer i) {
        return "int " + work(i);
      }
      return "other " + work(2);
    };
    System.out.println(test.apply("abc") + test.apply(4) + test.apply('c'));
    Fn<Integer, Action> makers = n -> () -> System.out.println("made " + work(n) + " in " + n);
    makers.apply(5).run();
    Action nothing = () -> {};
    nothing.run();
    Action[] actions = new Action[3];
    for (int i = 0; i < actions.length; i++) {
      final int k = i;
      actions[i] = k == 1 ? nothing : () -> System.out.println("action " + work(k + 3));
    }
    for (Action each : actions) {
      each.run();
    }
    System.out.println(Fn.<Integer>identity().then(n -> n + work(n)).apply(11));
  }
}
