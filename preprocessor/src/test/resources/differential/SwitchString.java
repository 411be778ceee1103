public class SwitchString {
  static int f(String s) {
    switch (T.s("s", s)) { case "a": case "b": return T.i("ab", 1); case "Aa": T.i("Aa", 2); case "BB": return 3; case "": break; default: return -1; }
    return 0;
  }
  public static void main(String[] args) {
    for (String s : new String[] {"a", "b", "Aa", "BB", "", "zz"}) System.out.println(f(s));
    try { f(null); } catch (NullPointerException e) { System.out.println("npe"); }
    String r = switch (T.s("k", "key")) { case "key" -> T.s("v", "value"); case "x" -> "y"; default -> throw new IllegalStateException(); };
    System.out.println(r);
  }
}
