import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.*;

/** Functional interfaces of the JDK that named classes implement, with loops in them. */
public class FunctionTables {
  static final class Machine {
    final List<Long> stack = new ArrayList<>();
    final Map<String, Consumer<Machine>> table = new TreeMap<>();
    int steps;

    void push(long v) {
      stack.add(v);
    }

    long pop() {
      return stack.remove(stack.size() - 1);
    }

    void run(String program) {
      for (String word : program.split(" ")) {
        steps++;
        Consumer<Machine> op = table.get(word);
        if (op == null) {
          push(Long.parseLong(word));
        } else {
          op.accept(this);
        }
      }
    }
  }

  static final class Binary implements Consumer<Machine> {
    private final LongBinaryOperator f;

    Binary(LongBinaryOperator f) {
      this.f = f;
    }

    @Override
    public void accept(Machine m) {
      long b = m.pop();
      long a = m.pop();
      m.push(f.applyAsLong(a, b));
    }
  }

  enum Arithmetic implements LongBinaryOperator {
    PLUS,
    TIMES,
    POWER;

    @Override
    public long applyAsLong(long a, long b) {
      switch (this) {
        case PLUS:
          return T.l("plus", a + b);
        case TIMES:
          {
            long product = 0;
            for (long i = 0; i < b; i++) {
              product = PLUS.applyAsLong(product, a);
            }
            return product;
          }
        default:
          {
            long power = 1;
            LongBinaryOperator times = TIMES;
            for (int i = 0; i < b; i++) {
              power = times.applyAsLong(power, a);
            }
            return power;
          }
      }
    }
  }

  static final class Word implements Consumer<Machine> {
    private final String program;

    Word(String program) {
      this.program = program;
    }

    @Override
    public void accept(Machine m) {
      m.run(program);
    }
  }

  static final class Fibonacci implements LongSupplier, Supplier<String>, IntFunction<List<Long>> {
    private long a = 0;
    private long b = 1;

    @Override
    public long getAsLong() {
      long next = a + b;
      a = b;
      b = T.l("fib", next);
      return a;
    }

    @Override
    public String get() {
      return "fib " + getAsLong();
    }

    @Override
    public List<Long> apply(int n) {
      List<Long> all = new ArrayList<>();
      while (n-- > 0) {
        all.add(getAsLong());
      }
      return all;
    }
  }

  static final class Digits implements UnaryOperator<String> {
    @Override
    public String apply(String s) {
      StringBuilder digits = new StringBuilder();
      for (char c : s.toCharArray()) {
        if (T.b("digit", Character.isDigit(c))) {
          digits.append(c);
        }
      }
      return digits.toString();
    }
  }

  static final class Max implements BinaryOperator<Integer> {
    @Override
    public Integer apply(Integer a, Integer b) {
      return T.i("max", Math.max(a, b));
    }
  }

  /** A function of functions, with wildcards. */
  static final class Compose<A, B, C> implements Function<A, C> {
    private final Function<? super A, ? extends B> first;
    private final Function<? super B, ? extends C> second;

    Compose(Function<? super A, ? extends B> first, Function<? super B, ? extends C> second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public C apply(A a) {
      return second.apply(first.apply(a));
    }
  }

  static final class Length implements Function<CharSequence, Integer>, ToIntFunction<Object> {
    @Override
    public Integer apply(CharSequence s) {
      return T.i("length", s.length());
    }

    @Override
    public int applyAsInt(Object o) {
      return o == null ? T.i("null", -1) : apply(o.toString());
    }
  }

  static final class Task implements Callable<Integer>, Runnable {
    int runs;

    @Override
    public Integer call() throws Exception {
      run();
      if (runs == 3) {
        throw new Exception("third");
      }
      return T.i("call", runs);
    }

    @Override
    public void run() {
      runs++;
      T.p("run " + runs);
    }
  }

  static <T, R> R applyTo(Function<? super T, ? extends R> f, T t) {
    return f.apply(t);
  }

  static <T extends Comparable<T>, F extends Function<T, T> & Supplier<T>> T both(F f) {
    T t = f.get();
    return f.apply(t).compareTo(t) == 0 ? t : null;
  }

  static final class Same implements Function<Integer, Integer>, Supplier<Integer> {
    public Integer apply(Integer x) {
      return T.i("same", x);
    }

    public Integer get() {
      return T.i("get", 7);
    }
  }

  public static void main(String[] args) throws Exception {
    Machine m = new Machine();
    m.table.put("+", new Binary(Arithmetic.PLUS));
    m.table.put("*", new Binary(Arithmetic.TIMES));
    m.table.put("^", new Binary(Arithmetic.POWER));
    m.table.put("square", new Word("2 ^"));
    m.run("2 3 + square 2 *");
    System.out.println(m.stack + " " + m.steps);
    Fibonacci fib = new Fibonacci();
    LongSupplier numbers = fib;
    Supplier<? extends CharSequence> texts = fib;
    IntFunction<? extends Iterable<Long>> lists = fib;
    System.out.println(numbers.getAsLong() + numbers.getAsLong() * numbers.getAsLong());
    CharSequence text = texts.get();
    System.out.println(text + " " + texts.get().length() + lists.apply(3));
    for (long each : lists.apply(2)) {
      System.out.println(each);
    }
    UnaryOperator<String> digits = new Digits();
    Function<String, Integer> chain = new Compose<>(digits, new Length());
    System.out.println(chain.apply("a1b22") + applyTo(chain, "77x") + applyTo(new Length(), "abc"));
    BinaryOperator<Integer> max = new Max();
    int best = Integer.MIN_VALUE;
    for (int i : new int[] {3, 9, 4}) {
      best = max.apply(best, i);
    }
    System.out.println(best);
    BiFunction<Integer, Integer, ? extends Number> wide = max;
    System.out.println(wide.apply(1, 2).intValue());
    ToIntFunction<Object> sizes = new Length();
    System.out.println(sizes.applyAsInt("four") + sizes.applyAsInt(null));
    System.out.println(both(new Same()));
    Task task = new Task();
    Callable<? super Integer> callable = task;
    Runnable runnable = task;
    Object result = callable.call();
    runnable.run();
    System.out.println(result);
    try {
      callable.call();
    } catch (Exception e) {
      System.out.println(e.getMessage() + task.runs);
    }
    Map<String, Supplier<Map<String, Function<Integer, Integer>>>> nested = new HashMap<>();
    nested.put("x", new Nested());
    System.out.println(nested.get("x").get().get("y").apply(T.i("arg", 4)));
    // the JDK calls back: pinned there
    System.out.println(new TreeMap<String, Integer>().computeIfAbsent("quiet", new Quiet()));
  }

  static final class Quiet implements Function<String, Integer> {
    @Override
    public Integer apply(String s) {
      int n = 0;
      for (int i = 0; i < s.length(); i++) {
        n += s.charAt(i);
      }
      return n;
    }
  }

  static final class Nested implements Supplier<Map<String, Function<Integer, Integer>>> {
    @Override
    public Map<String, Function<Integer, Integer>> get() {
      T.p("nested");
      return Map.of("y", new Same());
    }
  }
}
