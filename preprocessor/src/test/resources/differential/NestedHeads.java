import java.util.*;
import java.util.function.*;

/** Constructs within what the same construct begins with. */
public class NestedHeads {
  interface Op { int on(int x); }

  sealed interface Shape permits Dot, Line {}
  record Dot(int x) implements Shape {}
  record Line(Dot from, Dot to) implements Shape {}

  static class Box {
    final int value;
    Box(int value) { this.value = value; }
    int plus(int x) { return T.i("plus", x) + value; }
    Box with(Op op) { return new Box(op.on(value)); }
    class Part { int part(int x) { return T.i("part", x) * value; } }
  }

  abstract static class Task {
    final Op op;
    Task(Op op) { this.op = op; }
    abstract int run(int x);
  }

  static Integer half(Integer x) { return T.o("half", x) / 2; }
  static int twice(int x) { return T.i("twice", x) * 2; }
  static int apply(Op op, int x) { return op.on(x); }
  static Object any(int kind) {
    T.i("any", kind);
    return switch (kind) { case 0 -> "text"; case 1 -> new Dot(4); case 2 -> new Line(new Dot(1), new Dot(2)); default -> 5; };
  }

  static int references(int n) {
    int total = apply(new Box(apply(NestedHeads::twice, n))::plus, 1);
    total += apply(new Box(((Function<Integer, Integer>) NestedHeads::half).apply(n))::plus, 2);
    total += apply(new Box(n).with(new Box(apply(new Box(3)::plus, n))::plus)::plus, 3);
    total += apply(new Box(apply(x -> T.i("in", x) + apply(NestedHeads::twice, x), n))::plus, 4);
    Supplier<Op> made = () -> new Box(apply(NestedHeads::twice, n))::plus;
    total += apply(made.get()::on, 5);
    ToIntFunction<Integer> part = new Box(apply(NestedHeads::twice, 2)).new Part()::part;
    return total + part.applyAsInt(n);
  }

  static int lambdas(int n) {
    Function<Integer, Function<Integer, IntUnaryOperator>> curried = a -> b -> c -> T.i("abc", a * 100 + b * 10 + c);
    int total = curried.apply(1).apply(n).applyAsInt(3);
    return total + ((Op) x -> ((Op) y -> T.i("y", y) + x).on(x + 1)).on(n);
  }

  static String patterns(Object o) {
    if ((o instanceof Line l ? l.from() : o) instanceof Dot d && T.b("dot", d.x() > 0)) {
      return "dot" + d.x();
    }
    if ((T.o("o", o) instanceof String s ? (Object) s.length() : o) instanceof Integer i && T.i("i", i) > 3) {
      return "number" + i;
    }
    return "none";
  }

  static int switches(int n) {
    return switch (switch (T.i("n", n)) { case 0 -> "zero"; case 1 -> { T.p("one"); yield "one"; } default -> T.s("s", "many"); }) {
      case "zero" -> switch (T.i("z", 3)) { case 3 -> T.i("three", 3); default -> 0; };
      case "one" -> { int k = switch (T.i("k", n + 1)) { case 2: yield T.i("two", 2); default: yield 9; }; yield k; }
      default -> T.i("default", 7);
    };
  }

  static int loops(int n) {
    int total = 0;
    for (int a : new int[] {T.i("a", n), apply(x -> { int s = 0; for (int b : List.of(x, T.i("b", 2))) { s += b; } return s; }, n)}) {
      total += a;
    }
    for (int i = apply(x -> { int s = 0; for (int j = T.i("j", 0); j < x; j++) { s += j; } return s; }, n); i < T.i("limit", 3); i += T.i("step", 1)) {
      total += i;
    }
    int k = 0;
    while (apply(x -> { int s = x; while (s < T.i("w", 2)) { s++; } return s; }, k++) < 3) {
      total += k;
    }
    do { total++; } while (T.b("again", (switch (total % 3) { case 0 -> T.i("0", 0); default -> T.i("d", 1); }) > 0));
    return total;
  }

  static int classes(int n) {
    Task task = new Task(new Task(x -> T.i("innermost", x)) {
      @Override int run(int x) { return op.on(x) + 1; }
    }::run) {
      @Override int run(int x) { return op.on(T.i("outer", x)) * 10; }
    };
    return task.run(n);
  }

  static class Res implements AutoCloseable {
    final int id;
    Res(int id) { this.id = T.i("open", id); }
    @Override public void close() { T.i("close", id); }
  }

  static int resources(int n) {
    try (Res outer = new Res(apply(x -> { try (Res in = new Res(x + 10)) { return T.i("id", in.id); } }, n))) {
      return outer.id;
    } finally {
      T.p("done");
    }
  }

  static int monitors(Object lock) {
    synchronized (apply(x -> { synchronized (lock) { return T.i("locked", x); } }, 1) > 0 ? lock : "none") {
      return T.i("in", 1);
    }
  }

  static int arrays(int n) {
    int[] a = new int[T.i("length", 5)];
    int[][] m = {{T.i("m", 1), n}, {a.length, T.i("m2", 3)}};
    a[m[T.i("r", 1)][T.i("c", 1)]] += m[apply(x -> m[T.i("x", x)][0], 0)][T.i("last", 0)]++;
    return a[3] * 10 + m[1][0] + (n > T.i("0", 0) ? n > T.i("1", 1) ? T.i("two", 2) : T.i("one", 1) : T.i("zero", 0));
  }

  static String throwing(int n) {
    try {
      throw new IllegalStateException(apply(x -> { try { throw new Error("in" + T.i("t", x)); } catch (Error e) { T.s("caught", e.getMessage()); return 2; } finally { T.p("f"); } }, n) + "");
    } catch (IllegalStateException e) {
      return T.s("message", e.getMessage());
    }
  }

  public static void main(String[] args) {
    for (int n = 0; n < 3; n++) {
      System.out.println(references(n));
      System.out.println(lambdas(n));
      System.out.println(patterns(any(n)) + patterns(any(n + 2)));
      System.out.println(switches(n));
      System.out.println(loops(n));
      System.out.println(classes(n));
      System.out.println(resources(n));
      System.out.println(monitors(new ArrayList<>()));
      System.out.println(arrays(n));
      System.out.println(throwing(n));
    }
  }
}
