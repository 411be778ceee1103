public class TryFinally {
  static int f(int k) { int x = k; try { x += T.i("t", 1); if (k == 1) return T.i("ret", x); if (k == 2) throw new RuntimeException("r" + x); x++; } finally { x = T.i("fin", x * 2); System.out.println("x" + x); } return x; }
  @SuppressWarnings("finally") static int g(int k) { while (true) { try { if (k == 0) return T.i("try", 1); if (k == 1) throw new RuntimeException(); T.i("else", k); } finally { T.i("fin", k); if (k == 0) break; if (k == 1) return T.i("override", 5); if (k++ < 4) continue; } T.i("loop", k); if (k > 6) return 6; } return T.i("broke", 9); }
  static int h() { int i = 1; try { return i; } finally { i = T.i("i", 100); } }
  public static void main(String[] args) { for (int k = 0; k < 3; k++) try { System.out.println(f(k)); } catch (RuntimeException e) { System.out.println(e.getMessage()); } for (int k = 0; k < 3; k++) System.out.println(g(k)); System.out.println(h()); }
}
