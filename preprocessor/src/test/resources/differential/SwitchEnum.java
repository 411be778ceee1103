public class SwitchEnum {
  enum E { A, B, C { @Override int w() { return 9; } }; int w() { return 1; } int n; }
  static String f(E e) {
    switch (e) { case A: T.i("a", 0); return "a"; case B: e.n += T.i("b", 1); break; default: return "c" + e.w(); }
    return "b" + e.n;
  }
  public static void main(String[] args) {
    for (E e : E.values()) { System.out.println(f(e) + e.w()); int v = switch (e) { case A -> T.i("A", 1); case B -> { int q = T.i("B", 2); yield q * 2; } case C -> e.w(); }; System.out.println(v); }
    E x = T.o("x", E.B); System.out.println(x == E.B); System.out.println(f(E.B));
    try { f(null); } catch (NullPointerException e) { System.out.println("npe"); }
    java.util.EnumMap<E, Integer> m = new java.util.EnumMap<>(E.class); m.put(E.C, 1); m.put(E.A, 2); T.i("m", 1); System.out.println(m + " " + m.get(x) + m.get(E.C));
  }
}
