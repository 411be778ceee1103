import java.util.*;
public class Bridge {
    static abstract class Handler<T> { Handler<T> next; abstract boolean handle(T t); protected T transform(T t) { return t; } boolean run(T t) { T u = transform(t); if (handle(u)) return true; return next != null && next.run(u); } }
    static class Len extends Handler<String> { @Override boolean handle(String s) { int n = 0; for (char c : s.toCharArray()) if (c != ' ') n++; return n > 3; } @Override protected String transform(String s) { return s + "!"; } }
    static class Num<N extends Number & Comparable<N>> extends Handler<N> { N lim; Num(N l) { lim = l; } boolean handle(N n) { for (int i = 0; i < 2; i++) if (n.compareTo(lim) > i) return true; return false; } }
    interface Fn<A, B> { B apply(A a); default <C> Fn<A, C> then(Fn<? super B, ? extends C> f) { Fn<A, B> self = this; return new Fn<A, C>() { public C apply(A a) { return f.apply(self.apply(a)); } }; } }
    static class Count implements Fn<String, Integer> { public Integer apply(String s) { int n = 0; for (int i = 0; i < s.length(); i++) if (s.charAt(i) == 'a') n++; return n; } }
    static class Sq implements Fn<Number, Double> { public Double apply(Number n) { double r = 0; for (int i = 0; i < n.intValue(); i++) r += n.doubleValue(); return r; } }
    static abstract class Node2 { abstract Node2 copy(); } static class Leaf extends Node2 { int v; Leaf(int v) { this.v = v; } @Override Leaf copy() { Leaf l = null; for (int i = 0; i < 2; i++) l = new Leaf(v + i); return l; } }
    static <K, V extends Comparable<V>> List<K> sortedKeys(Map<K, V> m) { List<K> ks = new ArrayList<>(m.keySet()); for (int i = 1; i < ks.size(); i++) for (int j = i; j > 0 && m.get(ks.get(j)).compareTo(m.get(ks.get(j - 1))) < 0; j--) Collections.swap(ks, j, j - 1); return ks; }
    public static void main(String[] args) { Len l = new Len(); l.next = new Len(); for (String s : List.of("a", "abc", "  ")) System.out.println(s + l.run(s)); Handler<Integer> h = new Num<>(5); System.out.println(h.run(5) + " " + h.run(6)); System.out.println(new Count().then(new Sq()).apply("banana")); Node2 n = new Leaf(4); System.out.println(((Leaf) n.copy()).v); Map<String, Integer> m = new HashMap<>(); m.put("x", 3); m.put("y", 1); m.put("z", 2); System.out.println(sortedKeys(m));
        Comparable<String> cs = "b"; System.out.println(cs.compareTo("a")); PriorityQueue<int[]> pq = new PriorityQueue<>((p, q) -> p[0] - q[0]); for (int i = 5; i > 0; i--) pq.add(new int[] {i, i * i}); while (!pq.isEmpty()) { int[] p = pq.poll(); System.out.print(p[0] + ":" + p[1] + " "); } System.out.println(); }
}
