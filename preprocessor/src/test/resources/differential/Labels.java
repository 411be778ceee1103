public class Labels {
  public static void main(String[] args) {
    int n = 0;
    a: for (int i = 0; i < 4; i++) { b: while (true) { n++; c: do { if (n % 5 == 0) continue a; if (n % 7 == 0) break b; T.i("n", n); if (n % 3 == 0) continue b; if (n % 2 == 0) break c; n += 2; } while (n < 30); if (n > 40) break a; } System.out.println("i" + i); }
    block: { if (T.i("x", 1) == 1) { T.i("y", 2); break block; } System.out.println("never"); }
    out: { for (;;) { switch (n % 4) { case 0: break out; case 1: n++; break; default: n += T.i("d", 1); continue; } n += 3; T.i("m", n); } }
    l: if (n > 0) { for (int i = 0; i < 3; i++) if (i == T.i("i", 1)) break l; System.out.println("never"); }
    System.out.println(n);
  }
}
