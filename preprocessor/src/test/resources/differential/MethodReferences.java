import java.util.*;
public class MethodReferences {
  interface Fn<A, B> { B apply(A a); }
  interface BiFn<A, B, C> { C apply(A a, B b); }
  interface IntOp { int op(int a); }
  interface LongOp { long op(int a); }
  interface Act { void act(int a); }
  interface VarFn { int f(int a, int b, int c); }
  interface Sup<T> { T get(); }
  static int slow(int n) { int s = 0; for (int i = 0; i < n; i++) { s += step(i); } return s; }
  static Integer boxed(Integer n) { int s = 0; for (int i = 0; i < n; i++) { s += step(i); } return s; }
  static int sum(int... xs) { int s = 0; for (int x : xs) s += slow(x); return s; }
  static int step(int i) { return i * 3 % 7; }
  static <T extends Comparable<T>> T max(List<T> l) { T m = l.get(0); for (T t : l) { step(1); if (t.compareTo(m) > 0) m = t; } return m; }
  static <T> T id(T t) { for (int i = 0; i < 2; i++) step(i); return t; }
  int k;
  MethodReferences(int k) { this.k = k; }
  int times(int n) { int s = 0; for (int i = 0; i < n; i++) { s += k * step(i); } return s; }
  int over(int n) { return times(n) + 1; }
  Sup<Integer> mine() { return this::calc; }
  int calc() { return times(k); }
  static class Sub extends MethodReferences {
    Sub(int k) { super(k); }
    @Override int times(int n) { IntOp o = super::times; return 1000 + o.op(n); }
    IntOp sup() { return super::over; }
  }
  class Inner { int v = k; Sup<Integer> s() { return MethodReferences.this::calc; } }
  static MethodReferences make(String why, int k) { System.out.println("make " + why); for (int i = 0; i < 2; i++) step(i); return new MethodReferences(k); }
  static <A, B> List<B> map(List<A> l, Fn<? super A, ? extends B> f) { List<B> r = new ArrayList<>(); for (A a : l) r.add(f.apply(a)); return r; }
  static int call(IntOp o, int x) { return o.op(x); }
  public static void main(String[] args) {
    IntOp a = MethodReferences::slow; System.out.println(a.op(7));
    IntOp b = MethodReferences::boxed; System.out.println(b.op(7));
    LongOp c = MethodReferences::slow; System.out.println(c.op(8));
    LongOp c2 = MethodReferences::boxed; System.out.println(c2.op(8));
    Act d = MethodReferences::slow; d.act(3);
    VarFn v = MethodReferences::sum; System.out.println(v.f(3, 4, 5));
    Fn<Integer, Integer> e = MethodReferences::slow; System.out.println(e.apply(9));
    Fn<MethodReferences, Integer> f = MethodReferences::calc; System.out.println(f.apply(new MethodReferences(4)) + " " + f.apply(new Sub(4)));
    BiFn<Sub, Integer, Integer> g = MethodReferences::times; System.out.println(g.apply(new Sub(2), 5));
    MethodReferences obj = new MethodReferences(3);
    IntOp h = obj::times; System.out.println(h.op(6));
    IntOp i = make("once", 2)::times; System.out.println(i.op(6) + i.op(7));
    System.out.println(call(make("arg", slow(3))::over, slow(4)));
    System.out.println(new Sub(3).sup().op(4) + " " + new Sub(3).mine().get());
    Fn<List<String>, String> m = MethodReferences::max; System.out.println(m.apply(List.of("b", "z", "c")));
    Fn<List<String>, String> m2 = MethodReferences::<String>max; System.out.println(m2.apply(List.of("b", "q", "c")));
    Sup<Integer> in = obj.new Inner().s(); System.out.println(in.get());
    System.out.println(map(List.of(1, 2, 3), MethodReferences::slow) + " " + map(List.of(1, 2, 3), obj::times) + map(List.of("x"), MethodReferences::id));
    MethodReferences nul = null;
    try { IntOp n = nul::times; System.out.println("no"); n.op(1); } catch (NullPointerException x) { System.out.println("npe"); }
    try { Fn<MethodReferences, Integer> n = MethodReferences::calc; n.apply(null); } catch (NullPointerException x) { System.out.println("npe2"); }
    IntOp[] ops = {MethodReferences::slow, obj::times, new Sub(5)::times, x -> slow(x) + 1};
    int t = 0; for (IntOp o : ops) t = t * 31 + o.op(5); System.out.println(t);
    Fn<Integer, MethodReferences> mk = MethodReferences::new; System.out.println(mk.apply(5).calc());
  }
}
