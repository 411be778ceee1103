import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Hierarchies in which classes, abstract classes and interfaces share the JDK's methods. */
public class GenericBridges {
  /** Doesn't know Supplier: its subclass makes its method implement it. */
  static class Base {
    public String get() {
      return T.s("base", "b") + extra();
    }

    protected String extra() {
      return "";
    }
  }

  static class Adopted extends Base implements Supplier<String> {
    @Override
    protected String extra() {
      return T.s("extra", "x");
    }
  }

  static final class Further extends Adopted {
    @Override
    public String get() {
      return "further " + super.get();
    }
  }

  abstract static class Step<I, O> implements Function<I, O> {
    final String name;

    Step(String name) {
      this.name = name;
    }

    abstract O work(I in);

    @Override
    public O apply(I in) {
      System.out.println(name);
      O out = work(in);
      System.out.println("/" + name);
      return out;
    }

    static <T> T all(T start, List<? extends Function<? super T, ? extends T>> steps) {
      T value = start;
      for (Function<? super T, ? extends T> each : steps) {
        value = each.apply(value);
      }
      return value;
    }
  }

  static final class Twice extends Step<Integer, Integer> {
    Twice() {
      super("twice");
    }

    @Override
    Integer work(Integer in) {
      return T.i("in", in) * 2;
    }
  }

  static final class Plus extends Step<Integer, Integer> {
    Plus() {
      super("plus");
    }

    @Override
    Integer work(Integer in) {
      return in + T.i("one", 1);
    }

    @Override
    public Integer apply(Integer in) {
      return super.apply(super.apply(in));
    }
  }

  /** A source interface between: with a default method, and one that redeclares. */
  interface Source<E> extends Supplier<E>, Callable<E> {
    @Override
    E get();

    @Override
    default E call() {
      return get();
    }
  }

  static final class Counter implements Source<Integer> {
    private int n;

    @Override
    public Integer get() {
      return T.i("count", ++n);
    }
  }

  interface Named {
    String name();
  }

  interface NamedSink<E> extends Named, Consumer<E> {}

  static final class Printer<E extends CharSequence> implements NamedSink<E> {
    @Override
    public String name() {
      return T.s("name", "printer");
    }

    @Override
    public void accept(E e) {
      System.out.println(name() + " " + e.length());
    }
  }

  static final class Squares extends AbstractList<Integer> {
    private final int size;

    Squares(int size) {
      this.size = size;
    }

    @Override
    public Integer get(int i) {
      return i * i;
    }

    @Override
    public int size() {
      return size;
    }
  }

  static final class Evens extends AbstractList<Integer> {
    @Override
    public Integer get(int i) {
      return T.i("get", 2 * i);
    }

    @Override
    public int size() {
      return 3;
    }

    @Override
    public Iterator<Integer> iterator() {
      T.p("evens");
      return new Walk();
    }

    private final class Walk implements Iterator<Integer> {
      private int at;

      @Override
      public boolean hasNext() {
        return at < size();
      }

      @Override
      public Integer next() {
        return Evens.this.get(at++);
      }
    }
  }

  abstract static class Lazy implements Supplier<String> {
    String twice() {
      return get() + get();
    }

    final class Inner {
      String outer() {
        return get() + this.hashCode();
      }

      @Override
      public int hashCode() {
        return T.i("hash", 5);
      }
    }
  }

  static final class Word extends Lazy {
    @Override
    public String get() {
      return T.s("get", "w");
    }
  }

  /** A type variable in the place of the receiver. */
  static class Memo<K, F extends Function<? super K, ?>> implements BiFunction<K, F, String> {
    @Override
    public String apply(K key, F f) {
      return key + "=" + f.apply(key);
    }
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  static final class Raw implements Function, Comparable {
    @Override
    public Object apply(Object o) {
      return T.s("raw", "raw " + o);
    }

    @Override
    public int compareTo(Object o) {
      return T.i("cmp", 1);
    }
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  public static void main(String[] args) throws Exception {
    Supplier<? extends CharSequence> adopted = new Adopted();
    Base base = new Further();
    System.out.println(adopted.get() + base.get() + ((Supplier<?>) base).get());
    System.out.println(Step.all(3, List.of(new Twice(), new Plus())));
    Source<Integer> counter = new Counter();
    Callable<Integer> calls = counter;
    Supplier<Integer> gets = counter;
    System.out.println(counter.call() + calls.call() + gets.get() + counter.get());
    NamedSink<String> sink = new Printer<>();
    sink.accept("abc");
    Consumer<? super String> any = sink;
    any.accept(args.length + "d");
    int sum = 0;
    for (int each : new Squares(4)) {
      sum += each;
    }
    List<Integer> evens = new Evens();
    for (Integer each : evens) {
      sum += each;
    }
    for (int each : new Evens()) {
      sum += each;
    }
    System.out.println(sum);
    Lazy lazy = new Word();
    System.out.println(lazy.twice() + lazy.new Inner().outer());
    System.out.println(new Memo<Integer, Twice>().apply(4, new Twice()));
    BiFunction<Integer, Function<Integer, Integer>, String> memo = new Memo<>();
    System.out.println(memo.apply(5, new Plus()));
    Function raw = new Raw();
    Comparable order = new Raw();
    System.out.println(raw.apply(1) + " " + order.compareTo(2));
  }
}
