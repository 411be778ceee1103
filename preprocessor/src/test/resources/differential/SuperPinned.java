import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

public class SuperPinned {
  interface Generic { <T> T take(T n); }
  interface Shape { default int area(int n) { int s = 0; for (int i = 0; i < n; i++) { s += i; System.out.println("shape " + i); } return s; } }

  static class Base implements Shape {
    int work(int n) { int sum = 0; for (int i = 0; i < n; i++) { sum += i; System.out.println("base " + i); } return sum; }
    <T> T id(T t) { for (int i = 0; i < 2; i++) { System.out.println("id " + t); } return t; }
    <X extends Number & Comparable<X>> String all(String name, Object... rest) { for (Object o : rest) { name += o; System.out.println(name); } return name; }
    static int sum(int n) { int sum = 0; for (int i = 0; i < n; i++) { sum += i; System.out.println("sum " + i); } return sum; }
  }

  interface Varied { <T> String take(String s, T... more); }
  interface Varied3 { <T> String take(String s, T a, Integer b); }
  interface Concat { <T> String take(T a, T b); }
  interface Shape2 { default <T> String both(T a, T b) { String r = ""; int i = 0; while (r.length() < 6) { r += a; r += b; System.out.println(r); } return r; } }

  static class Derived extends Base implements Shape2 {
    @Override public <T> String both(T a, T b) { System.out.println("derived both"); return "db"; }
    @Override <X extends Number & Comparable<X>> String all(String name, Object... rest) { System.out.println("derived all"); return "da"; }
    int made = super.work(2);
    int made2;
    int ref = IntStream.range(0, 3).map(super::work).sum();
    { made2 = Derived.super.work(3); }
    Derived() { made += super.work(1) + super.area(2); }
    @Override int work(int n) { System.out.println("derived"); return 100; }
    @Override <T> T id(T t) { System.out.println("derived id"); return null; }
    @Override public int area(int n) { System.out.println("derived area"); return 100; }

    int run() {
      int a = IntStream.range(0, 3).map(super::work).sum();
      int b = IntStream.range(0, 3).map(i -> super.work(i) + super.area(i)).sum();
      Generic g = super::id;
      String c = g.take("x");
      Varied v = super::all;
      c += v.take("n", 1, 2);
      Varied3 w = Derived.super::all;
      c += w.take("n", 1, 2);
      Generic h = new Base() {
        @Override <T> T id(T t) { System.out.println("anonymous id"); return null; }
        Generic g() { return super::id; }
      }.g();
      c += h.take("h");
      Concat k = Shape2.super::both;
      c += k.take("a", "b");
      class Local { int n(int i) { System.out.println("local"); return Derived.super.work(i); } }
      int d = new Local().n(2);
      IntUnaryOperator o = i -> new Local().n(i) + super.work(i);
      int e = o.applyAsInt(2);
      List<Integer> l = new ArrayList<>(List.of(3, 1, 2));
      l.sort((x, y) -> super.work(x) - super.work(y));
      l.forEach(super::id);
      List<Integer> m = new ArrayList<>(List.of(3, 1, 2));
      m.replaceAll(super::work);
      System.out.println(a + " " + b + " " + c + " " + d + " " + e + " " + l + m + made + " " + made2 + " " + ref + sum(2));
      return a + b;
    }
    int qualified() {
      int s = 0;
      System.out.println(new Base().id("direct") + new Base().<Integer>id(3) + new Base().all("n", 1, 2));
      for (int i = 0; i < 2; i++) { s += super.work(i); s += this.work(i); s += super.area(2); }
      return s;
    }
  }
  static class Third extends Derived {
    @Override int work(int n) { System.out.println("third " + super.work(n)); return 7; }
  }

  public static void main(String[] args) {
    System.out.println(new Derived().run());
    System.out.println(new Third().run());
    System.out.println(new Third().qualified());
    System.out.println(new Shape2() { }.both(1, 2));
  }
}
