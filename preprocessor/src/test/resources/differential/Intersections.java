import java.util.*;
public class Intersections {
  interface P { default int p() { return T.i("p", 1); } }
  interface Q { default int q() { return T.i("q", 2); } }
  static class A implements P, Q {}
  static class B implements P, Q {}
  static <X extends P & Q> X pick(boolean f, X a, X b) { T.p("pick"); return f ? a : b; }
  public static void main(String[] args) {
    boolean f = args.length == 0;
    var v = f ? new A() : new B();
    System.out.println(v.p() + v.q());
    var w = List.of(new A(), new B());
    for (var each : w) { System.out.println(each.p() + each.q()); }
    var x = pick(f, new A(), new B());
    System.out.println(x.p() + x.q());
    System.out.println(pick(f, new A(), new B()).q());
    for (var n : List.of(1, "two", 3.0)) { System.out.println(T.o("n", n)); }
  }
}
