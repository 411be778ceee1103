import java.util.*;
import java.util.stream.*;
public class AnonymousTypes {
  interface Op { int on(int x); }
  static int f(int n) {
    int r = Stream.of(1, 2, 3).map(x -> new Object() { int a = x * 2; int b() { return a + 1; } }).filter(o -> o.a > 2).mapToInt(o -> o.a + o.b()).sum();
    T.i("r", r);
    Runnable run = () -> { var v = new Object() { int z = 3; }; v.z++; System.out.println(v.z); };
    List.of(1).forEach(q -> { var v = new Object() { int z = 3; }; v.z++; System.out.println(v.z); });
    var op = new Op() { public int on(int x) { return T.i("on", x); } };
    return op.on(3) + r + new Object() { int h() { return T.i("h", 4); } }.h();
  }
  public static void main(String[] args) {
    System.out.println(f(3));
  }
}
