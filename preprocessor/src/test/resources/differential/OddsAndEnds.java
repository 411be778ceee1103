import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class OddsAndEnds {
  interface Shape { double area(); default String show() { return name() + String.format(Locale.ROOT, "%.2f", area()); } private String name() { return getClass().getSimpleName() + "="; } static Shape unit() { return new Square(1); } }
  record Square(double side) implements Shape { Square { if (side < 0) throw new IllegalArgumentException("side"); } public double area() { double a = 0; for (int i = 0; i < 100; i++) a += side * side / 100; return a; } }
  static final class Circle implements Shape { final double r; Circle(double r) { this.r = r; } public double area() { double s = 0; for (int i = 0; i < 50; i++) s += Math.PI * r * r / 50; return s; } }
  enum Op implements IntBinaryOperator { ADD("+") { public int applyAsInt(int a, int b) { int s = a; for (int i = 0; i < b; i++) s++; return s; } }, MUL("*") { public int applyAsInt(int a, int b) { int s = 0; for (int i = 0; i < b; i++) s = ADD.applyAsInt(s, a); return s; } }; final String sym; Op(String s) { sym = s; } }
  class Inner { int n = base; class Deep { int sum() { int t = 0; for (int i = 0; i <= n; i++) t += i + base; return t; } } }
  int base = 7;
  static <T extends Comparable<? super T>> void bubble(T[] a) { outer: for (int i = 0; i < a.length; i++) { boolean s = false; for (int j = 0; j + 1 < a.length - i; j++) { if (a[j].compareTo(a[j + 1]) > 0) { T t = a[j]; a[j] = a[j + 1]; a[j + 1] = t; s = true; } } if (!s) break outer; } }
  static int sum(int... xs) { int s = 0; for (int x : xs) s += x; return s; }
  static class Counter { private int n; synchronized int next() { for (int i = 0; i < 3; i++) n++; return n; } static synchronized String tag(Object o) { StringBuilder b = new StringBuilder(); for (char c : o.toString().toCharArray()) b.append((char) (c + 1)); return b.toString(); } }
  static class Node<K extends Comparable<K>, V> { K k; V v; Node<K, V> l, r; Node(K k, V v) { this.k = k; this.v = v; } }
  static class Tree<K extends Comparable<K>, V> implements Iterable<Map.Entry<K, V>> {
    Node<K, V> root;
    V put(K k, V v) { if (root == null) { root = new Node<>(k, v); return null; } Node<K, V> n = root; while (true) { int c = k.compareTo(n.k); if (c == 0) { V o = n.v; n.v = v; return o; } if (c < 0) { if (n.l == null) { n.l = new Node<>(k, v); return null; } n = n.l; } else { if (n.r == null) { n.r = new Node<>(k, v); return null; } n = n.r; } } }
    public Iterator<Map.Entry<K, V>> iterator() { return new Iterator<Map.Entry<K, V>>() { final Deque<Node<K, V>> st = new ArrayDeque<>(); { push(root); } void push(Node<K, V> n) { while (n != null) { st.push(n); n = n.l; } } public boolean hasNext() { return !st.isEmpty(); } public Map.Entry<K, V> next() { Node<K, V> n = st.pop(); push(n.r); return new AbstractMap.SimpleEntry<>(n.k, n.v); } }; }
  }
  static Function<Integer, Integer> compose(List<Function<Integer, Integer>> fs) { return x -> { int v = x; for (Function<Integer, Integer> f : fs) v = f.apply(v); return v; }; }
  static long ack(long m, long n) { return m == 0 ? n + 1 : n == 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)); }
  static String fin(int k) { StringBuilder b = new StringBuilder(); for (int i = 0; i < 3; i++) { try { b.append('t'); if (i == k) throw new IllegalStateException("x" + i); if (i == k - 1) continue; b.append(i); } catch (IllegalStateException e) { b.append(e.getMessage()); if (k == 1) return b.append('r').toString(); } finally { b.append('f'); for (int j = 0; j < 2; j++) b.append(j); } } return b.toString(); }
  static class Res implements AutoCloseable { final String n; Res(String n) { this.n = n; System.out.println("open " + n); } public void close() { for (int i = 0; i < 2; i++) System.out.println("close " + n + i); if (n.equals("b")) throw new IllegalStateException("close b"); } }
  static Object describe(Object o) { return switch (o instanceof Integer i && i > 3 ? "big" : o instanceof String s ? s : "other") { case "big" -> { int t = 0; for (int i = 0; i < 5; i++) t += i; yield t; } case "hello" -> "hi"; default -> o; }; }
  public static void main(String[] args) throws Exception {
    Vector<String> v = new Vector<>(List.of("a", "b", "c")); for (Enumeration<String> e = v.elements(); e.hasMoreElements(); ) System.out.print(e.nextElement() + " "); System.out.println();
    Hashtable<String, Integer> h = new Hashtable<>(); h.put("x", 1); h.put("y", 2); int hs = 0; for (Integer i : h.values()) hs += i; System.out.println(hs);
    StringTokenizer st = new StringTokenizer("to be or not", " "); while (st.hasMoreTokens()) System.out.print(st.nextToken().toUpperCase() + st.countTokens()); System.out.println();
    List<Shape> shapes = new ArrayList<>(List.of(new Square(2), new Circle(1), Shape.unit(), () -> { double d = 0; for (int i = 0; i < 4; i++) d += 0.25; return d; })); for (int i = 0; i < 3; i++) System.out.println(shapes.get(i).show()); System.out.println(shapes.get(3).area());
    for (Op op : Op.values()) System.out.println(op + op.sym + op.applyAsInt(6, 7));
    OddsAndEnds odd = new OddsAndEnds(); OddsAndEnds.Inner in = odd.new Inner(); OddsAndEnds.Inner.Deep d = in.new Deep(); System.out.println(d.sum());
    Integer[] arr = {5, 3, 9, 1}; bubble(arr); System.out.println(Arrays.toString(arr) + sum() + sum(1, 2, 3));
    Counter c = new Counter(); for (int i = 0; i < 3; i++) System.out.print(c.next() + Counter.tag("ab") + " "); System.out.println();
    Tree<String, Integer> t = new Tree<>(); for (String w : "the quick brown fox jumps over the lazy dog".split(" ")) { Integer old = t.put(w, w.length()); if (old != null) System.out.println("again " + w); } for (Map.Entry<String, Integer> e : t) System.out.print(e.getKey() + e.getValue() + " "); System.out.println();
    List<Function<Integer, Integer>> fs = new ArrayList<>(); for (int i = 1; i <= 4; i++) { int k = i; fs.add(x -> { int y = x; for (int j = 0; j < k; j++) y += k; return y; }); } System.out.println(compose(fs).apply(10) + " " + compose(fs).andThen(x -> -x).apply(1));
    System.out.println(ack(2, 3)); for (int k = 0; k < 4; k++) System.out.println(fin(k));
    try (Res a = new Res("a"); Res b = new Res("b")) { for (int i = 0; i < 2; i++) System.out.println("body " + a.n + b.n); throw new RuntimeException("main"); } catch (RuntimeException e) { System.out.println(e.getMessage() + " " + e.getSuppressed().length + e.getSuppressed()[0].getMessage()); }
    for (Object o : new Object[] {9, "hello", 'c', null == args}) System.out.println(describe(o));
    Map<String, List<Integer>> groups = new TreeMap<>(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder())); for (int i = 0; i < 12; i++) groups.computeIfAbsent("g".repeat(i % 4), k -> new LinkedList<>()).add(i); for (Iterator<Map.Entry<String, List<Integer>>> it = groups.entrySet().iterator(); it.hasNext(); ) { var e = it.next(); for (ListIterator<Integer> li = e.getValue().listIterator(); li.hasNext(); ) { int x = li.next(); if (x % 3 == 0) li.remove(); else li.set(x * 10); } if (e.getKey().isEmpty()) it.remove(); } System.out.println(groups);
    System.out.println(IntStream.rangeClosed(1, 5).mapToObj(i -> "s" + i).collect(Collectors.joining(",")) + Stream.of(3, 1, 2).sorted().toList());
    class Local { final int q = sum(1, 2); int twice() { int r = 0; for (int i = 0; i < 2; i++) r += q; return r; } } record Pair(int a, Local b) {} Pair p = new Pair(4, new Local()); System.out.println(p.a() + p.b().twice() + " " + p.getClass().getSimpleName());
    Runnable r = new Runnable() { int n; public void run() { for (; n < 3; n++) System.out.print("run" + n + " "); System.out.println(args.length); } }; r.run();
    Supplier<Supplier<String>> ss = () -> { int[] box = {0}; return () -> { while (box[0] < 5) box[0]++; return "box" + box[0]; }; }; System.out.println(ss.get().get());
    BiFunction<Integer, Integer, Integer> gcd = new BiFunction<>() { public Integer apply(Integer a, Integer b) { return b == 0 ? a : this.apply(b, a % b); } }; System.out.println(gcd.apply(84, 36));
    Object lock = new Object(); int total = 0; synchronized (lock) { for (int i = 0; i < 5; i++) { synchronized (lock) { total += i; if (i == 3) break; } } } System.out.println(total);
    Random rnd = new Random(42); long acc = 0; do { acc = acc * 31 + rnd.nextInt(100); } while (acc < 1_000_000_000L); System.out.println(acc);
    String text = """
        block "quoted"
          indented\tend
        """; int lines = 0; for (String line : text.lines().toList()) lines += line.length(); System.out.println(lines);
    PriorityQueue<int[]> pq = new PriorityQueue<>((x, y) -> x[1] != y[1] ? Integer.compare(x[1], y[1]) : y[0] - x[0]); for (int i = 0; i < 6; i++) pq.add(new int[] {i, (i * 7) % 4}); StringBuilder sb = new StringBuilder(); while (!pq.isEmpty()) { int[] x = pq.poll(); sb.append(x[0]).append(':').append(x[1]).append(' '); } System.out.println(sb);
    char ch = 'a'; ch += 2; byte by = (byte) 200; short sh = (short) (by << 2); long big = Integer.MAX_VALUE; big++; System.out.println(ch + " " + by + " " + sh + " " + big + " " + (5 / 2.0f) + (char) (ch + 1) + (1 + 2 + "x" + 1 + 2));
    int x = 3; x = x++ + ++x * x--; System.out.println(x); int[] a = {0, 0, 0}; int idx = 0; a[idx++] = idx = 2; System.out.println(Arrays.toString(a) + idx);
    Optional<String> opt = Optional.of("o").filter(s -> s.length() == 1).map(s -> s + s); System.out.println(opt.orElse("none"));
    StringBuilder out = new StringBuilder(); new Object() { void hanoi(int n, char from, char to, char via) { if (n == 0) return; hanoi(n - 1, from, via, to); out.append(from).append(to).append(' '); hanoi(n - 1, via, to, from); } }.hanoi(3, 'A', 'C', 'B'); System.out.println(out);
    int[][] grid = new int[4][]; for (int i = 0; i < grid.length; i++) { grid[i] = new int[i + 1]; for (int j = 0; j <= i; j++) grid[i][j] = j == 0 || j == i ? 1 : grid[i - 1][j - 1] + grid[i - 1][j]; } System.out.println(Arrays.deepToString(grid));
    throw new IllegalStateException("the end", new RuntimeException("cause"));
  }
}
