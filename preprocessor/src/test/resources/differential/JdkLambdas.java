import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.Comparator;

/** Lambdas, method references and anonymous classes for the JDK's interfaces, called directly. */
public class JdkLambdas {
  interface Scaler extends IntUnaryOperator {
    default int twice(int x) {
      return applyAsInt(applyAsInt(x));
    }
  }

  interface Named<T> extends Function<T, String> {
    @Override
    String apply(T t);
  }

  static int slow(int n) {
    int s = 0;
    for (int i = 0; i < n; i++) {
      s += i ^ n;
      Thread.onSpinWait();
    }
    return s;
  }

  static <T> List<T> filter(List<T> list, Predicate<? super T> p) {
    List<T> out = new ArrayList<>();
    for (T t : list) {
      if (p.test(t)) {
        out.add(t);
      }
    }
    return out;
  }

  static <T, R> R fold(List<? extends T> list, R start, BiFunction<? super R, ? super T, ? extends R> f) {
    R r = start;
    for (T t : list) {
      r = f.apply(r, t);
    }
    return r;
  }

  static <T> void sort(List<T> list, Comparator<? super T> order) {
    for (int i = 1; i < list.size(); i++) {
      for (int j = i; j > 0 && order.compare(list.get(j - 1), list.get(j)) > 0; j--) {
        T t = list.get(j);
        list.set(j, list.get(j - 1));
        list.set(j - 1, t);
      }
    }
  }

  static <A, B> Function<A, B> memo(Function<A, B> f) {
    Map<A, B> known = new HashMap<>();
    return a -> {
      if (!known.containsKey(a)) {
        known.put(a, f.apply(a));
      }
      return known.get(a);
    };
  }

  static <T> T time(Callable<T> c) throws Exception {
    return c.call();
  }

  // Y combinator
  interface Self<A, B> extends Function<Self<A, B>, Function<A, B>> {}

  static <A, B> Function<A, B> fix(UnaryOperator<Function<A, B>> f) {
    Self<A, B> self = s -> f.apply(a -> s.apply(s).apply(a));
    return self.apply(self);
  }

  static Iterable<Integer> countdown(int from) {
    return () ->
        new Iterator<>() {
          int at = from;

          @Override
          public boolean hasNext() {
            return at > 0;
          }

          @Override
          public Integer next() {
            int v = slow(at);
            at--;
            return v;
          }
        };
  }

  private int base = 2;
  private final Supplier<Integer> field = () -> slow(base) + base++;

  int useField() {
    return field.get() * 100 + field.get();
  }

  public static void main(String[] args) throws Exception {
    Function<Integer, Integer> f = x -> slow(x);
    System.out.println(f.apply(3) + " " + f.andThen(f).apply(4));
    IntUnaryOperator g = JdkLambdas::slow;
    IntBinaryOperator h = (a, b) -> {
      int s = 0;
      for (int i = a; i < b; i++) {
        s += g.applyAsInt(i);
      }
      return s;
    };
    System.out.println(h.applyAsInt(2, 9));
    Scaler scaler = x -> slow(x) + 1;
    System.out.println(scaler.twice(5) + " " + scaler.applyAsInt(6));
    Named<Integer> named = n -> "n" + slow(n);
    Function<Integer, String> asFunction = named;
    System.out.println(named.apply(4) + asFunction.apply(5));
    System.out.println(filter(List.of(1, 2, 3, 4, 5, 6), x -> slow(x) % 2 == 0));
    System.out.println(fold(List.of("a", "bb", "ccc"), 1, (r, s) -> r * 3 + slow(s.length())));
    List<String> words = new ArrayList<>(List.of("pear", "fig", "apple", "kiwi"));
    sort(words, (a, b) -> slow(a.length()) - slow(b.length()));
    System.out.println(words);
    sort(words, Comparator.naturalOrder());
    sort(words, new Comparator<>() {
      int calls;

      @Override
      public int compare(String a, String b) {
        int d = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()) && d == 0; i++) {
          d = b.charAt(i) - a.charAt(i);
          calls++;
        }
        System.out.print(calls + " ");
        return d;
      }
    });
    System.out.println(words);
    Function<Integer, Integer> m = memo(JdkLambdas::slow);
    System.out.println(m.apply(9) + m.apply(9));
    System.out.println(time(() -> slow(12)));
    try {
      time(
          () -> {
            for (int i = 0; ; i++) {
              if (slow(i) > 20) {
                throw new Exception("stop " + i);
              }
            }
          });
    } catch (Exception e) {
      System.out.println(e.getMessage());
    }
    Function<Integer, Integer> fact = fix(self -> n -> n <= 1 ? 1 : n * self.apply(n - 1));
    System.out.println(fact.apply(7));
    int total = 0;
    for (int v : countdown(5)) {
      total = total * 7 + v;
    }
    System.out.println(total);
    JdkLambdas object = new JdkLambdas();
    System.out.println(object.useField());
    Map<String, Runnable> commands = new LinkedHashMap<>();
    int[] count = {0};
    commands.put("add", () -> count[0] += slow(5));
    commands.put("loop", () -> {
      for (int i = 0; i < 3; i++) {
        commands.get("add").run();
      }
    });
    commands.put("print", () -> System.out.println("count " + count[0] + slow(2)));
    for (Runnable r : commands.values()) {
      r.run();
    }
    Supplier<Supplier<Integer>> nested = () -> () -> slow(count[0] % 11);
    System.out.println(nested.get().get());
    BinaryOperator<Integer> op = (a, b) -> slow(a) - slow(b);
    UnaryOperator<String> twice = s -> s + s + slow(s.length());
    System.out.println(op.apply(8, 7) + twice.apply("xy"));
    ToIntFunction<String> len = s -> slow(s.length());
    ToDoubleFunction<Integer> half = n -> slow(n) / 2.0;
    LongSupplier ls = () -> slow(30);
    BooleanSupplier bs = () -> slow(3) > 2;
    IntPredicate ip = i -> slow(i) > 3;
    IntFunction<int[]> arrays = int[]::new;
    ObjIntConsumer<StringBuilder> oic = (b, i) -> b.append(slow(i)).append(';');
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      oic.accept(text, i + 2);
    }
    System.out.println(
        len.applyAsInt("four") + " " + half.applyAsDouble(5) + " " + ls.getAsLong() + bs.getAsBoolean()
            + ip.test(4) + arrays.apply(3).length + text);
    Consumer<String> print = s -> System.out.println(s + slow(s.length()));
    print.accept("direct");
    List.of("a", "b").forEach(print);
    Iterator<Integer> it = new Iterator<>() {
      int i;

      @Override
      public boolean hasNext() {
        while (i < 50 && slow(i) % 5 != 0) {
          i++;
        }
        return i < 50;
      }

      @Override
      public Integer next() {
        return i++;
      }
    };
    int sum = 0;
    while (it.hasNext()) {
      sum += it.next();
    }
    System.out.println(sum);
    System.out.println(words.stream().mapToInt(w -> slow(w.length())).sum());
    Runnable local = object.new Inner()::tick;
    local.run();
    local.run();
    try (AutoCloseable c = () -> System.out.println("closed " + slow(4))) {
      System.out.println("open " + slow(3));
    }
    Supplier<String> bound = "text".concat("!")::toUpperCase;
    System.out.println(bound.get());
  }

  class Inner {
    int ticks;

    void tick() {
      for (int i = 0; i < 3; i++) {
        ticks += slow(i + base);
      }
      System.out.println("ticks " + ticks);
    }
  }
}
