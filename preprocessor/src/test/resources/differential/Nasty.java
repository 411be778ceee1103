import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Nested finally, labels, switches, assertions, varargs and text blocks around safepoints. */
public class Nasty {
  private static final List<String> LOG = new ArrayList<>();

  static int step(int n) {
    int s = 0;
    for (int i = 0; i < n; i++) {
      s += i;
      LOG.add("s" + i);
    }
    return s + n;
  }

  static String flush() {
    String all = String.join(",", LOG);
    LOG.clear();
    return all;
  }

  @SuppressWarnings("finally")
  static int pending(int how) throws Exception {
    int r = 0;
    for (int i = 0; i < 3; i++) {
      try {
        try {
          r += step(1);
          if (how == 0) return r + step(1);
          if (how == 1) throw new IOException("io" + step(1));
          if (how == 2) continue;
          if (how == 3) break;
          if (how == 4) throw new Error("error");
          r += 10;
        } finally {
          try {
            r += step(2);
            if (how == 5 && i == 1) throw new IllegalStateException("in finally");
            if (how == 6) continue;
          } finally {
            LOG.add("inner" + i);
            r += step(1);
            if (how == 7 && i == 1) return r;
            if (how == 1 && i == 0) break;
          }
        }
      } catch (IllegalStateException e) {
        LOG.add("caught " + e.getMessage() + step(1));
        r += 100;
      } finally {
        LOG.add("outer" + i);
        step(1);
      }
    }
    return r;
  }

  static int returnsOldValue() {
    int x = 1;
    try {
      return x + step(1);
    } finally {
      x = 50;
      step(x - 49);
    }
  }

  static String suppressed() {
    class Resource implements AutoCloseable {
      private final String name;

      Resource(String name) throws IOException {
        this.name = name;
        if (step(1) < 0) throw new IOException(name);
        LOG.add("open " + name);
      }

      @Override
      public void close() throws IOException {
        LOG.add("close " + name + step(1));
        if (name.startsWith("bad")) throw new IOException(name);
      }
    }
    StringBuilder text = new StringBuilder();
    for (String kind : new String[] {"good", "bad1", "bad2"}) {
      try (Resource a = new Resource(kind);
          Resource none = null;
          Resource b = new Resource(kind + "!")) {
        step(1);
        if (kind.equals("bad2")) throw new IllegalArgumentException("body" + step(1));
      } catch (IOException | IllegalArgumentException e) {
        text.append(e.getMessage());
        for (Throwable t : e.getSuppressed()) {
          text.append("+").append(t.getMessage()).append(step(1));
        }
      } finally {
        text.append(";").append(step(1));
      }
    }
    return text.toString();
  }

  static int labels(int n) {
    int r = 0;
    a:
    b:
    for (int i = 0; ; i++) {
      c:
      do {
        r += step(1);
        d:
        {
          switch (i % 4) {
            case 0:
              r++;
            case 1:
              if (r % 2 == 0) break d;
              r += step(2);
              break;
            case 2:
              r += 5;
              continue c;
            default:
              if (r > n) break a;
              continue b;
          }
          r += 1000;
        }
        if (r > n * 2) break b;
      } while (r % 3 != step(1));
    }
    return r;
  }

  enum Kind {
    A,
    B {
      @Override
      int weight() {
        return 7;
      }
    },
    C;

    int weight() {
      return ordinal();
    }
  }

  static String switches(String s, Kind k) {
    String r = "";
    switch (s) {
      default:
        r += "default" + step(1);
      case "Aa":
      case "BB":
        r += "same hash" + step(1);
        if (s.equals("BB")) break;
      case "x":
        int local = step(2);
        r += local;
        break;
      case "y":
        local = 3;
        r += local + step(1);
    }
    switch (k) {
      case C:
        r += "c" + step(1);
      case A:
        r += "a" + k.weight() + step(1);
        break;
      case B:
        r += "b" + k.weight();
    }
    int v =
        switch (k) {
          case A, C -> step(1);
          case B -> {
            int w = 0;
            for (int i = 0; i < 2; i++) {
              w +=
                  switch (s) {
                    case "x":
                      yield step(1);
                    case "y":
                      if (i == 1) yield 7;
                    default:
                      step(1);
                      yield 9;
                  };
            }
            yield w;
          }
        };
    return r + v;
  }

  static int sum(int first, int... rest) {
    int s = first;
    for (int each : rest) s += each + step(1);
    return s;
  }

  @SafeVarargs
  static <T> List<T> list(T... values) {
    List<T> all = new ArrayList<>();
    for (T t : values) {
      all.add(t);
      step(1);
    }
    return all;
  }

  static String asserts(int n) {
    try {
      assert step(1) == 1 : "first";
      assert n < step(3) : "n is " + n + step(1);
      assert check(n) : new IllegalStateException("cause" + step(1));
      return "ok";
    } catch (AssertionError e) {
      return e.getMessage() + e.getCause() + step(1);
    }
  }

  private static boolean check(int n) {
    return step(1) + n < 4;
  }

  static String blocks(int n) {
    return """
        Dear "%s",\tit is \
        one line
          indented\s
        end""".replace("%s", "n" + step(n)) + """
        """ + step(1);
  }

  static class Node<K extends Comparable<K>, V> {
    static class Entry<A, B> {
      final A a;
      B b;

      Entry(A a, B b) {
        this.a = a;
        this.b = b;
      }

      <C> Entry<C, A> swap(Supplier<C> c) {
        step(1);
        return new Entry<>(c.get(), a);
      }
    }

    final Map<K, Entry<K, V>> all = new TreeMap<>();

    V put(K k, V v) {
      Entry<K, V> e = all.get(k);
      step(1);
      if (e == null) {
        all.put(k, e = new Entry<>(k, v));
        return null;
      }
      V old = e.b;
      e.b = v;
      return old;
    }
  }

  static String generics() {
    Node<String, int[]> n = new Node<>();
    n.put("a", new int[] {1});
    int[] old = n.put("a", new int[step(2)]);
    String r = old.length + "";
    Iterator<Map.Entry<String, Node.Entry<String, int[]>>> it = n.all.entrySet().iterator();
    var e = n.all.get("a").<Integer>swap(() -> 5);
    return r + e.a + e.b + step(1);
  }

  static int conditions(int n) {
    int[] a = {1, 2, 3};
    int i = 0;
    a[i++] += step(1) + (i > 0 && step(1) > 0 || step(9) > 0 ? a[step(1)] : step(8));
    a[i] = i = step(2) - 1;
    long l = 1;
    l <<= step(2);
    char c = 'a';
    c += step(1);
    byte b = (byte) 200;
    b >>>= step(1);
    String s = null;
    s += step(1) + c + b + l;
    Integer boxed = 127;
    boxed++;
    boxed += step(1);
    return a[0] + a[1] * 10 + a[2] * 100 + i + boxed + s.length() + (int) l + c + b;
  }

  synchronized String all(int n) throws Exception {
    StringBuilder text = new StringBuilder();
    record Pair(int how, String result) {}
    List<Pair> pairs = new ArrayList<>();
    outer:
    for (int how = 0; how < 9; how++) {
      try {
        synchronized (LOG) {
          try {
            pairs.add(new Pair(how, "" + pending(how)));
          } finally {
            if (how == 8) break outer;
            step(1);
          }
        }
      } catch (Exception | Error e) {
        synchronized (this) {
          pairs.add(new Pair(how, e.getMessage() + step(1)));
          continue;
        }
      } finally {
        text.append(flush()).append('\n');
      }
    }
    for (Pair p : pairs) {
      if ((Object) p instanceof Pair q && q.how() >= step(0)) text.append(q).append('\n');
      Object o = p;
      if (o instanceof Pair q && q.how() < step(2)) text.append(q.result());
    }
    return text.toString();
  }

  public static void main(String[] args) throws Exception {
    System.out.println(new Nasty().all(1));
    System.out.println(returnsOldValue() + flush());
    System.out.println(suppressed() + flush());
    System.out.println(labels(20) + flush());
    for (String s : new String[] {"Aa", "BB", "x", "y", "z"}) {
      for (Kind k : Kind.values()) {
        System.out.println(switches(s, k) + flush());
      }
    }
    System.out.println(sum(1) + sum(1, 2, 3) + sum(1, new int[] {4}) + flush());
    System.out.println(list("a", 1, step(2)) + flush());
    for (int i = 0; i < 8; i += 2) System.out.println(asserts(i) + flush());
    System.out.println(blocks(2) + flush());
    System.out.println(generics() + flush());
    System.out.println(conditions(3) + flush());
  }
}
