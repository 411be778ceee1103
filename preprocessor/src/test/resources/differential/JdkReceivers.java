import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.concurrent.Callable;
import java.util.function.*;

/** Calls of the JDK's interfaces on all kinds of receivers, with all kinds of arguments. */
public class JdkReceivers {
  static final class Add implements IntBinaryOperator, IntUnaryOperator, IntPredicate, ObjIntConsumer<String> {
    @Override
    public int applyAsInt(int a, int b) {
      return T.i("a", a) + T.i("b", b);
    }

    @Override
    public int applyAsInt(int a) {
      return T.i("un", a);
    }

    @Override
    public boolean test(int v) {
      return T.i("v", v) > 0;
    }

    @Override
    public void accept(String s, int v) {
      System.out.println(s + T.i("acc", v));
    }
  }

  static final class Id<X> implements Function<X, X> {
    @Override
    public X apply(X x) {
      T.p("id");
      return x;
    }
  }

  static final class Apply<X> implements BiFunction<Function<? super X, ? extends X>, X, X> {
    @Override
    public X apply(Function<? super X, ? extends X> f, X x) {
      return f.apply(x);
    }
  }

  static final class Key implements Comparable<Key> {
    final String name;

    Key(String name) {
      this.name = name;
    }

    @Override
    public int compareTo(Key o) {
      return T.s("key", name).compareTo(o.name);
    }
  }

  static class Outer implements Supplier<String> {
    private int n;

    @Override
    public String get() {
      return T.s("outer", "o" + n++);
    }

    class Inner implements Runnable {
      @Override
      public void run() {
        System.out.println(get() + Outer.this.get());
      }

      class Innermost extends Base implements Supplier<String> {
        String both() {
          return get() + Outer.this.get() + super.get();
        }

        @Override
        public String get() {
          return T.s("innermost", "i");
        }
      }
    }
  }

  static class Base {
    public String get() {
      return T.s("base", "b");
    }
  }

  abstract static class Template implements Callable<String>, Comparator<String> {
    String run() {
      try {
        return call() + compare("a", "b");
      } catch (IOException e) {
        return "io " + e.getMessage();
      } catch (Exception e) {
        return "other " + e.getMessage();
      }
    }

    class Part {
      int twice() {
        return compare("x", "y") + Template.this.compare("y", "x");
      }
    }
  }

  static final class Filled extends Template {
    final int fail;

    Filled(int fail) {
      this.fail = fail;
    }

    @Override
    public String call() throws Exception {
      T.p("call");
      if (fail == 1) {
        throw new IOException("one");
      } else if (fail == 2) {
        throw new Exception("two");
      }
      return "fine";
    }

    @Override
    public int compare(String a, String b) {
      return T.i("order", a.compareTo(b));
    }
  }

  interface Twice<E> extends Supplier<E> {
    default List<E> twice() {
      return Arrays.asList(get(), get());
    }
  }

  enum Level implements Supplier<Integer>, Twice<Integer> {
    LOW,
    HIGH;

    @Override
    public Integer get() {
      return T.i(name(), ordinal());
    }
  }

  record Pair<A extends Comparable<? super A>, B>(A a, Function<? super A, B> f)
      implements Comparable<Pair<A, B>>, Supplier<B> {
    @Override
    public int compareTo(Pair<A, B> o) {
      return a.compareTo(o.a);
    }

    @Override
    public B get() {
      return f.apply(a);
    }
  }

  static final class Ints implements PrimitiveIterator.OfInt {
    private int n = 3;

    @Override
    public boolean hasNext() {
      return T.b("has", n > 0);
    }

    @Override
    public int nextInt() {
      return n--;
    }

    @Override
    public Integer next() {
      return T.i("boxed", nextInt());
    }
  }

  static final class Both implements ListIterator<String> {
    private int at;

    public boolean hasNext() {
      return at < 2;
    }

    public String next() {
      return T.s("next", "n" + at++);
    }

    public boolean hasPrevious() {
      return at > 0;
    }

    public String previous() {
      return "p" + --at;
    }

    public int nextIndex() {
      return at;
    }

    public int previousIndex() {
      return at - 1;
    }

    public void remove() {
      T.p("removed");
    }

    public void set(String s) {}

    public void add(String s) {}
  }

  static <S extends Supplier<? extends CharSequence>> int length(S s) {
    return s.get().length();
  }

  static <A, B extends Function<A, ? extends A>> A through(List<? extends B> all, A a) {
    A value = a;
    for (B each : all) {
      value = each.apply(value);
    }
    for (int i = 0; i < all.size(); i++) {
      value = all.get(i).apply(value);
    }
    return value;
  }

  static <N extends Number & Comparable<N>> N max(N a, N b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  static int compare(Object a, Object b) {
    var order = ((Comparator<Object> & Supplier<String>) new Odd());
    return order.compare(a, b) + order.get().length();
  }

  static final class Odd implements Comparator<Object>, Supplier<String> {
    @Override
    public int compare(Object a, Object b) {
      return T.i("odd", a.hashCode() - b.hashCode());
    }

    @Override
    public String get() {
      return T.s("odd get", "xx");
    }
  }

  static Function<String, String>[] table() {
    @SuppressWarnings("unchecked")
    Function<String, String>[] all = new Function[] {new Id<String>(), null};
    return all;
  }

  public static void main(String[] args) throws Exception {
    Add add = new Add();
    IntBinaryOperator op = add;
    IntUnaryOperator un = add;
    IntPredicate pos = add;
    ObjIntConsumer<? super String> sink = add;
    char c = 'c';
    byte b = 3;
    System.out.println(op.applyAsInt(c, b) + un.applyAsInt(Integer.valueOf(4)) * op.applyAsInt(1, un.applyAsInt(2)));
    System.out.println(pos.test(b) && pos.test(-1) || !pos.test(0));
    sink.accept("x" + un.applyAsInt(1), (short) 7);
    Function<Object, Object> id = new Id<>();
    System.out.println(id.apply(5) + "" + id.apply(c) + id.apply(args.length > 0 ? 1 : "one"));
    Function<List<String>, List<String>> lists = new Id<>();
    System.out.println(lists.apply(new ArrayList<>()).size() + lists.apply(Collections.emptyList()).size() + lists.apply(List.of("a", "b")).size());
    BiFunction<Function<? super Integer, ? extends Integer>, Integer, Integer> apply = new Apply<>();
    System.out.println(apply.apply(new Id<Number>() instanceof Object ? new Id<>() : null, 6));
    System.out.println(apply.apply(x -> x + 1, 6) + apply.apply(Math::abs, -8));
    List<? extends Function<? super String, ?>> wild = List.of(new Id<CharSequence>() == null ? new Id<String>() : new Id<String>());
    System.out.println(wild.get(0).apply("wild"));
    Map<String, ? super Function<Integer, Integer>> sup = new HashMap<>(Map.of("k", new Id<Integer>()));
    System.out.println(((Function<Object, ?>) sup.get("k")).apply(9));
    System.out.println(through(List.of(new Id<String>(), new Id<>()), "t") + max(3, 4) + max(2.5, 1.5));
    System.out.println(new Key("a").compareTo(new Key("b")) + ((Comparable<Key>) new Key("c")).compareTo(new Key("b")));
    Outer outer = new Outer();
    Runnable inner = outer.new Inner();
    inner.run();
    System.out.println(outer.new Inner().new Innermost().both() + length(outer));
    for (int i = 0; i < 3; i++) {
      Template filled = new Filled(i);
      System.out.println(filled.run() + filled.new Part().twice());
    }
    Supplier<Integer> level = Level.HIGH;
    System.out.println(level.get() + Level.LOW.get() + " " + Level.HIGH.twice());
    Pair<Key, String> p = new Pair<>(new Key("p"), new Describe());
    Supplier<?> described = p;
    System.out.println(described.get() + " " + p.compareTo(new Pair<>(new Key("q"), null)));
    PrimitiveIterator.OfInt ints = new Ints();
    int sum = 0;
    while (ints.hasNext()) {
      sum = sum * 10 + (sum == 0 ? ints.next() : ints.nextInt());
    }
    System.out.println(sum);
    ListIterator<String> both = new Both();
    while (both.hasNext()) {
      System.out.println(both.next());
      both.remove();
    }
    System.out.println(compare("a", "c"));
    System.out.println((args.length == 0 ? level : outer).get());
    System.out.println(table()[0].apply("t" + table()[0].apply("u")));
    try {
      System.out.println(table()[1].apply(T.s("evaluated", "first")));
    } catch (NullPointerException e) {
      System.out.println("null in the table");
    }
    Callable<Void> nothing = new Nothing();
    System.out.println(nothing.call());
    Object o = level;
    if (o instanceof Supplier<?> s) {
      System.out.println(s.get());
    }
    switch (level.get()) {
      case 1 -> System.out.println("high " + (o instanceof Twice<?> t ? t.get() : null));
      default -> System.out.println("low");
    }
    Collection<? extends Supplier<? extends Number>> suppliers = List.of(Level.LOW, Level.HIGH);
    double total = 0;
    for (Supplier<? extends Number> each : suppliers) {
      total += each.get().doubleValue();
      int[] cells = {1, 2};
      cells[each.get().intValue()] += each.get().intValue();
      System.out.println(Arrays.toString(cells));
    }
    System.out.println(total);
    Iterator<? extends Supplier<Integer>> i = new Suppliers();
    System.out.println(i.next().get() + i.next().get());
  }

  static final class Suppliers implements Iterator<Level> {
    public boolean hasNext() {
      return true;
    }

    public Level next() {
      return Level.values()[T.i("level", 1)];
    }
  }

  static final class Nothing implements Callable<Void> {
    @Override
    public Void call() {
      T.p("nothing");
      return null;
    }
  }

  static final class Describe implements Function<Key, String> {
    @Override
    public String apply(Key k) {
      return T.s("describe", k.name);
    }
  }
}
