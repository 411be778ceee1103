public class Generics {
  interface Visitor<R> { R num(int n); R add(Expr a, Expr b); }
  interface Expr { <R> R accept(Visitor<R> v); }
  record Num(int n) implements Expr { public <R> R accept(Visitor<R> v) { return v.num(n); } }
  record Add(Expr a, Expr b) implements Expr { public <R> R accept(Visitor<R> v) { return v.add(a, b); } }
  static class Eval implements Visitor<Integer> { public Integer num(int n) { return T.i("n", n); } public Integer add(Expr a, Expr b) { return a.accept(this) + b.accept(this); } }
  static class Show implements Visitor<String> { public String num(int n) { return "" + n; } public String add(Expr a, Expr b) { return "(" + a.accept(this) + T.s("+", "+") + b.accept(this) + ")"; } }
  static class Box<V extends Comparable<? super V>> { V v; Box(V v) { this.v = v; } V max(V o) { T.p("max"); return v.compareTo(o) >= 0 ? v : o; } <W extends Comparable<W>> Box<W> map(java.util.Map<? super V, ? extends W> m) { T.p("map"); return new Box<W>(m.get(v)); } }
  static <A, B extends A> void copy(java.util.List<? super A> to, java.util.List<? extends B> from) { for (B b : from) { T.o("b", b); to.add(b); } }
  static double sum(java.util.Collection<? extends Number> c) { double s = 0; for (Number n : c) s += T.d("n", n.doubleValue()); return s; }
  @SafeVarargs static <X> java.util.List<X> listOf(X... xs) { T.i("n", xs.length); return new java.util.ArrayList<>(java.util.Arrays.asList(xs)); }
  public static void main(String[] args) {
    Expr e = new Add(new Num(1), new Add(new Num(2), new Num(3))); System.out.println(e.accept(new Eval()) + e.accept(new Show()));
    System.out.println(new Box<>("a").max("b") + new Box<>("a").map(java.util.Map.of("a", 5)).max(T.i("4", 4)));
    java.util.List<Object> to = new java.util.ArrayList<>(); copy(to, listOf("x", "y")); Main.<Object, Integer>id(1); System.out.println(to + " " + sum(listOf(1, 2.5, 3L)));
  }
  static class Main { static <P, Q> Q id(Q q) { T.p("id"); return q; } }
}
