public class ShortCircuit {
  static boolean b(String s, boolean v) { return T.b(s, v); }
  public static void main(String[] args) {
    for (int i = 0; i < 8; i++) {
      boolean p = (i & 1) != 0, q = (i & 2) != 0, r = (i & 4) != 0;
      boolean v = b("p", p) && b("q", q) || b("r", r);
      boolean w = b("p", p) || b("q", q) && !b("r", r);
      boolean u = b("p", p) & b("q", q) | b("r", r) ^ b("t", true);
      int t = b("p", p) ? b("q", q) ? T.i("1", 1) : T.i("2", 2) : (b("r", r) && b("q", q)) ? 3 : T.i("4", 4);
      if (b("p", p) && (b("q", q) || b("r", r)) && i != 7) System.out.println("yes"); else System.out.println("no");
      System.out.println(v + " " + w + " " + u + " " + t);
    }
  }
}
