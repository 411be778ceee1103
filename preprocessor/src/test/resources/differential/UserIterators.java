import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** Iterators written as classes: trees, generators, filters; in for-each and explicit loops. */
public class UserIterators {
  static final class Tree<K extends Comparable<? super K>> implements Iterable<K> {
    private final class Node {
      final K key;
      Node left;
      Node right;

      Node(K key) {
        this.key = key;
      }
    }

    private Node root;
    private int changes;

    boolean add(K key) {
      Node node = new Node(key);
      changes++;
      if (root == null) {
        root = node;
        return true;
      }
      for (Node at = root; ; ) {
        int order = key.compareTo(at.key);
        if (order == 0) {
          return false;
        }
        Node next = order < 0 ? at.left : at.right;
        if (next == null) {
          if (order < 0) {
            at.left = node;
          } else {
            at.right = node;
          }
          return true;
        }
        at = next;
      }
    }

    @Override
    public Iterator<K> iterator() {
      T.p("iterator");
      return new InOrder();
    }

    private final class InOrder implements Iterator<K> {
      private final Deque<Node> path = new ArrayDeque<>();
      private final int expected = changes;

      InOrder() {
        push(root);
      }

      private void push(Node from) {
        for (Node n = from; n != null; n = n.left) {
          path.push(n);
        }
      }

      @Override
      public boolean hasNext() {
        T.p("hasNext " + path.size());
        return !path.isEmpty();
      }

      @Override
      public K next() {
        if (expected != changes) {
          throw new java.util.ConcurrentModificationException();
        }
        if (path.isEmpty()) {
          throw new NoSuchElementException();
        }
        Node node = path.pop();
        for (Node n = node.right; n != null; n = n.left) {
          path.push(n);
          T.p("down");
        }
        return node.key;
      }
    }
  }

  /** Has the default remove. */
  static final class Collatz implements Iterator<Long> {
    private long at;
    private boolean done;

    Collatz(long start) {
      at = start;
    }

    @Override
    public boolean hasNext() {
      return !done;
    }

    @Override
    public Long next() {
      long now = T.l("at", at);
      done = now == 1;
      at = now % 2 == 0 ? now / 2 : 3 * now + 1;
      return now;
    }
  }

  static final class Filter<E> implements Iterator<E>, Iterable<E> {
    private final Iterator<? extends E> from;
    private final Predicate<? super E> test;
    private E ahead;
    private boolean has;

    Filter(Iterator<? extends E> from, Predicate<? super E> test) {
      this.from = from;
      this.test = test;
    }

    @Override
    public Iterator<E> iterator() {
      return this;
    }

    @Override
    public boolean hasNext() {
      while (!has && from.hasNext()) {
        ahead = from.next();
        has = test.test(ahead);
      }
      return has;
    }

    @Override
    public E next() {
      if (!hasNext()) {
        throw new NoSuchElementException("filtered");
      }
      has = false;
      return ahead;
    }

    @Override
    public void remove() {
      T.p("remove");
      from.remove();
    }
  }

  /** Iterates over a list by positions. */
  static final class Positions<E> implements Iterator<E> {
    private final List<E> all;
    private int at;

    Positions(List<E> all) {
      this.all = all;
    }

    @Override
    public boolean hasNext() {
      return at < all.size();
    }

    @Override
    public E next() {
      return all.get(at++);
    }

    @Override
    public void remove() {
      T.p("removing");
      all.remove(--at);
    }
  }

  static final class Odd implements Predicate<Number> {
    @Override
    public boolean test(Number n) {
      T.p("test " + n);
      return n.longValue() % 2 != 0;
    }
  }

  /** An iterator that can be iterated over as its own, narrower type. */
  static final class Cursor implements Iterator<String> {
    private int n;

    public boolean hasNext() {
      return T.b("more", n < 3);
    }

    public String next() {
      return T.s("item", "c" + n++);
    }
  }

  static final class Cursors implements Iterable<String> {
    public Cursor iterator() {
      return new Cursor();
    }
  }

  static <T extends Iterable<? extends Number>> double total(T numbers) {
    double sum = 0;
    for (Number each : numbers) {
      sum += each.doubleValue();
    }
    return sum;
  }

  static int count(Collection<?> all) {
    int n = 0;
    for (Object ignored : all) {
      n++;
    }
    return n;
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  static String raw(Iterable all) {
    StringBuilder text = new StringBuilder();
    for (Object each : all) {
      text.append(each).append(' ');
    }
    for (Iterator i = all.iterator(); i.hasNext(); ) {
      text.append(i.next());
    }
    return text.toString();
  }

  public static void main(String[] args) {
    Tree<Integer> tree = new Tree<>();
    for (int key : new int[] {5, 2, 8, 1, 3, 9, 7}) {
      tree.add(key);
    }
    System.out.println("-- for-each");
    int sum = 0;
    outer:
    for (int a : tree) {
      for (var b : tree) {
        if (b > a) {
          continue outer;
        }
        if (a + b == 16) {
          break outer;
        }
        sum += a * b;
      }
    }
    System.out.println(sum);
    System.out.println(raw(tree));
    System.out.println(total(tree));
    System.out.println("-- explicit");
    Iterator<Long> hail = new Collatz(6);
    StringBuilder seen = new StringBuilder();
    while (hail.hasNext()) {
      seen.append(hail.next()).append(hail.hasNext() ? "," : "\n");
    }
    System.out.print(seen);
    try {
      hail.remove();
    } catch (UnsupportedOperationException e) {
      System.out.println("can't remove: " + e.getMessage());
    }
    System.out.println("-- filters");
    for (Integer odd : new Filter<>(tree.iterator(), new Odd())) {
      System.out.println("odd " + odd);
    }
    List<Long> list = new ArrayList<>(Arrays.asList(1L, 2L, 3L, 4L));
    Iterator<Long> odds = new Filter<>(new Positions<>(list), new Odd());
    while (odds.hasNext()) {
      if (odds.next() == 3) {
        odds.remove();
      }
    }
    System.out.println(list);
    for (String s : new Cursors()) {
      System.out.println(s);
    }
    for (Iterator<String> i = new Cursors().iterator(); i.hasNext(); System.out.println(i.next())) {}
    System.out.println(count(list) + count(List.of(1)));
    System.out.println("-- failures");
    try {
      for (int a : tree) {
        System.out.println(a);
        if (a == 2) {
          tree.add(6);
        }
      }
    } catch (java.util.ConcurrentModificationException e) {
      System.out.println("changed");
    }
    try {
      new Filter<>(new Filter<>(tree.iterator(), new Odd()), new Even()).next();
    } catch (NoSuchElementException e) {
      System.out.println(e.getMessage());
    }
    try {
      Iterable<String> none = args.length > 5 ? new Cursors() : null;
      for (String s : none) {
        System.out.println(s);
      }
    } catch (NullPointerException e) {
      System.out.println("null");
    }
  }

  static final class Even implements Predicate<Number> {
    @Override
    public boolean test(Number n) {
      return T.i("even", n.intValue()) % 2 == 0;
    }
  }
}
