public class SwitchExpressions {
  static int f(int x) { return switch (x) { case 0 -> 10; case 1 -> T.i("one", 11); case 2 -> { int s = 0; for (int i = 0; i < 3; i++) { if (i == 1) continue; s += T.i("s", i); } yield s; } default -> { if (x == 3) yield T.i("three", 3); yield -x; } }; }
  static int g(char c) { int r = 1 + switch (c) { case 'a': T.i("a", 1); case 'b': yield T.i("b", 2); default: yield 3; } * T.i("m", 2); return r; }
  public static void main(String[] args) {
    int acc = 0;
    for (int i = 0; i < 5; i++) acc = acc * 7 + f(i) + switch (T.i("i", i) % 2) { case 0 -> T.i("even", 1); default -> 2; };
    System.out.println(acc + " " + g('a') + g('b') + g('z'));
    String s = T.s("p", "p") + switch (acc > 0 ? "x" : "y") { case "x" -> T.i("x", 1) + switch (acc % 2) { case 0 -> T.s("in", "in"); default -> "out"; }; default -> ""; } + T.s("q", "q");
    System.out.println(s);
    try { int v = switch (acc) { case -5 -> 1; default -> throw new Exception("e" + T.i("e", 1)); }; } catch (Exception e) { System.out.println(e.getMessage()); }
    if (switch (acc & 1) { case 0 -> T.b("t", true); default -> T.b("f", false); }) System.out.println("even"); else System.out.println("odd");
    long w = switch (1) { case 1 -> T.i("w", 1); default -> 2L; }; System.out.println(w);
    while (switch (acc % 3) { case 0 -> false; default -> T.b("w", true); }) acc--;
  }
}
