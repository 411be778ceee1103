public class DefiniteAssignment {
  static int f(int k) { final int a; int b; if (T.b("k", k > 0)) { a = T.i("a", 1); b = 2; } else { a = 3; b = T.i("b", 4); } int c; if (k == 1 && (c = T.i("c", 5)) > 0) b += c; int d; switch (k) { case 0: d = T.i("d", 6); break; default: d = 7; } final int e; try { e = T.i("e", 8); } finally { b++; } int u; while (true) { u = T.i("u", 9); if (u > 0) break; } boolean q; if ((q = T.b("q", true)) || k > 5) { b += q ? 1 : 0; } return a + b * 10 + d * 100 + e * 1000 + u; }
  public static void main(String[] args) { for (int k = 0; k < 3; k++) System.out.println(f(k)); }
}
