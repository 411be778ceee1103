import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

public class SuperReferences {
  interface Step { int take(int n); }
  interface Greets { default String greet(String name) { String s = "hello "; for (char c : name.toCharArray()) { s += c; } return s; } }

  static class Base {
    int factor = 2;
    int work(int n) { int sum = 0; for (int i = 0; i < n; i++) { sum += factor * i; log("base " + i); } return sum; }
    String name() { String s = ""; for (int i = 0; i < 3; i++) { s += "b" + i; log(s); } return s; }
    void act(List<String> out) { for (int i = 0; i < 2; i++) { out.add("base" + i); } }
    static void log(String s) { System.out.println(s); }
  }

  static class Derived extends Base implements Greets {
    @Override int work(int n) { System.out.println("derived.work"); return -1; }
    @Override String name() { return "derived"; }
    @Override void act(List<String> out) { out.add("derived"); }
    @Override public String greet(String name) { return "derived greets " + name; }

    int run() {
      Step step = super::work;
      int a = step.take(4);
      IntUnaryOperator op = super::work;
      int b = op.applyAsInt(3);
      Supplier<String> n = super::name;
      String c = n.get();
      Function<String, String> g = Greets.super::greet;
      String d = g.apply("you");
      System.out.println(a + " " + b + " " + c + " " + d);
      return a + b;
    }

    int passed() { return twice(super::work, 3) + twice(this::work, 3); }
    static int twice(Step s, int n) { int x = 0; for (int i = 0; i < 2; i++) { x += s.take(n); } return x; }

    Supplier<String> leak() { return super::name; }

    class Inner {
      int go() { Step s = Derived.super::work; int r = 0; for (int i = 0; i < 2; i++) { r += s.take(2); } return r; }
    }

    Runnable nested() { return () -> { Step s = super::work; System.out.println("n" + s.take(2)); System.out.println("m" + super.work(2)); }; }

    Object anon() { return new Base() { @Override String name() { Supplier<String> s = super::name; return "anon" + s.get() + Derived.super.name(); } }.name(); }
  }

  static class Third extends Derived {
    @Override int work(int n) { return -3; }
    @Override String name() { return "third"; }
  }

  static class MyList extends ArrayList<String> {
    @Override public String get(int i) { String s = ""; for (int k = 0; k <= i; k++) { s += super.get(k); System.out.println(s); } return s; }
    Function<Integer, String> plain() { return super::get; }
    Supplier<Iterator<String>> its() { return super::iterator; }
  }

  public static void main(String[] args) {
    Derived d = new Third();
    System.out.println(d.run());
    System.out.println(d.passed());
    System.out.println(d.leak().get());
    System.out.println(d.new Inner().go());
    d.nested().run();
    System.out.println(d.anon());
    List<String> out = new ArrayList<>();
    d.act(out);
    System.out.println(out);
    MyList l = new MyList();
    l.add("x"); l.add("y"); l.add("z");
    System.out.println(l.plain().apply(2) + l.get(2));
    Supplier<Iterator<String>> s = l.its();
    for (int i = 0; i < 2; i++) { System.out.println(s.get().next()); }
    System.out.println(new Derived().run());
  }
}
