import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Recursion through the JDK's interfaces, exceptions across them, and what stays pinned. */
public class CallbacksInTasks {
  /** An expression tree of functions: recursion only through Function.apply. */
  static final class Node implements Function<int[], Integer> {
    final char op;
    final Function<int[], Integer> left;
    final Function<int[], Integer> right;

    Node(char op, Function<int[], Integer> left, Function<int[], Integer> right) {
      this.op = op;
      this.left = left;
      this.right = right;
    }

    @Override
    public Integer apply(int[] env) {
      if (op == '?') {
        return left.apply(env) > 0 ? right.apply(env) : -1;
      }
      return op == '+' ? left.apply(env) + right.apply(env) : left.apply(env) * right.apply(env);
    }
  }

  static final class Var implements Function<int[], Integer> {
    final int index;

    Var(int index) {
      this.index = index;
    }

    @Override
    public Integer apply(int[] env) {
      return env[index]++;
    }
  }

  static final class Retry<R> implements Callable<R> {
    private final Callable<? extends R> body;
    private final int times;

    Retry(Callable<? extends R> body, int times) {
      this.body = body;
      this.times = times;
    }

    @Override
    public R call() throws Exception {
      Exception last = null;
      for (int i = 0; i < times; i++) {
        try {
          return body.call();
        } catch (IllegalStateException e) {
          last = e;
          System.out.println("again after " + e.getMessage());
        } finally {
          T.p("attempt " + i);
        }
      }
      throw new Exception("gave up", last);
    }
  }

  static final class Flaky implements Callable<String> {
    private int left;

    Flaky(int failures) {
      left = failures;
    }

    @Override
    public String call() {
      T.p("flaky");
      if (left-- > 0) {
        throw new IllegalStateException("failure " + left);
      }
      return "ok";
    }
  }

  /** Visits a tree with consumers of consumers. */
  static final class Walk implements Consumer<Consumer<String>>, Iterable<String> {
    private final String name;
    private final List<Walk> below = new ArrayList<>();

    Walk(String name, Walk... below) {
      this.name = name;
      this.below.addAll(List.of(below));
    }

    @Override
    public void accept(Consumer<String> visitor) {
      visitor.accept(name);
      for (Consumer<Consumer<String>> each : below) {
        each.accept(visitor);
      }
    }

    @Override
    public Iterator<String> iterator() {
      return new Flat(this);
    }
  }

  static final class Flat implements Iterator<String> {
    private Walk self;
    private final Iterator<Walk> rest;
    private Iterator<String> inner;

    Flat(Walk walk) {
      self = walk;
      rest = new Each(walk.below);
    }

    @Override
    public boolean hasNext() {
      if (self != null) {
        return true;
      }
      while ((inner == null || !inner.hasNext()) && rest.hasNext()) {
        inner = rest.next().iterator();
      }
      return inner != null && inner.hasNext();
    }

    @Override
    public String next() {
      if (self != null) {
        String name = self.name;
        self = null;
        return name;
      }
      return hasNext() ? inner.next() : null;
    }
  }

  static final class Each implements Iterator<Walk> {
    private final List<Walk> all;
    private int at;

    Each(List<Walk> all) {
      this.all = all;
    }

    @Override
    public boolean hasNext() {
      return at < all.size();
    }

    @Override
    public Walk next() {
      return all.get(at++);
    }
  }

  static final class Join implements Consumer<String>, Supplier<String> {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void accept(String s) {
      text.append(T.s("visit", s));
    }

    @Override
    public String get() {
      return text.toString();
    }
  }

  static final class Quiet implements Iterable<Integer> {
    @Override
    public Iterator<Integer> iterator() {
      return new Count();
    }
  }

  /** Loops, but doesn't wait: the JDK may call it back. */
  static final class Count implements Iterator<Integer> {
    private int n;

    @Override
    public boolean hasNext() {
      int limit = 0;
      while (limit * limit < 10) {
        limit++;
      }
      return n < limit;
    }

    @Override
    public Integer next() {
      return n++;
    }
  }

  static String spliced(Iterable<Integer> numbers) {
    StringBuilder text = new StringBuilder();
    numbers.forEach(text::append);
    synchronized (text) {
      for (int each : numbers) {
        text.append('<').append(each);
      }
    }
    for (int each : numbers) {
      text.append('>').append(each);
    }
    return text.toString();
  }

  public static void main(String[] args) throws Exception {
    Function<int[], Integer> tree =
        new Node('+', new Node('*', new Var(0), new Var(0)), new Node('?', new Var(1), new Var(0)));
    System.out.println(tree.apply(new int[] {3, 1}) + " " + tree.apply(new int[] {2, 0}));
    Callable<String> calm = new Retry<>(new Retry<>(new Flaky(3), 2), 1);
    try {
      System.out.println(calm.call());
    } catch (Exception e) {
      System.out.println(e.getMessage() + " " + e.getCause().getMessage());
    }
    System.out.println(calm.call());
    Walk walk = new Walk("a", new Walk("b", new Walk("c")), new Walk("d"));
    Join join = new Join();
    walk.accept(join);
    System.out.println(join.get());
    StringBuilder names = new StringBuilder();
    for (String name : walk) {
      names.append(name).append(T.s("seen", name));
    }
    System.out.println(names);
    System.out.println(spliced(new Quiet()));
    System.out.println(String.join(",", new Words()));
  }

  static final class Words implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("x", "y").iterator();
    }
  }
}
