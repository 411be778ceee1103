import java.util.*;
public class Intersections {
  interface P { default int p() { return T.i("p", 1); } }
  interface Q { default int q() { return T.i("q", 2); } }
  static class A implements P, Q {}
  static class B implements P, Q {}
  static <X extends P & Q> X pick(boolean f, X a, X b) { T.p("pick"); return f ? a : b; }
  static int both(Q q) { return q.q() + T.i("both", 1); }
  public static void main(String[] args) {
    boolean f = args.length == 0;
    var v = f ? new A() : new B();
    System.out.println(v.p() + v.q());
    var w = List.of(new A(), new B());
    for (var each : w) { System.out.println(each.p() + each.q()); }
    var x = pick(f, new A(), new B());
    System.out.println(x.p() + x.q());
    System.out.println(pick(f, new A(), new B()).q());
    var y = x;
    System.out.println((y = pick(f, new B(), new A())).q() + both(y = x) + both(f ? x : y));
    for (var n : List.of(1, "two", 3.0)) { System.out.println(T.o("n", n)); }
  }
}
