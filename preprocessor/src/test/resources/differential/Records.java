public class Records {
  record P(int x, String s, java.util.List<Integer> l) { static int made; P { made++; System.out.println("P" + x); } int sum() { int t = x; for (int i : l) t += T.i("i", i); return t; } P with(int n) { return new P(T.i("n", n), s, l); } }
  record Pair<A, B>(A a, B b) { }
  public static void main(String[] args) { P p = new P(T.i("x", 1), "s", new java.util.ArrayList<>(java.util.List.of(1, 2))); P q = p.with(5); q.l().add(3); T.i("t", 1); System.out.println(p.sum() + " " + q + p.equals(q) + p.hashCode() + P.made + (p.l() == q.l())); Pair<String, P> r = new Pair<>("k", p); T.i("r", 1); System.out.println(r.a() + (r.b() == p)); }
}
