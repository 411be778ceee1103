public class Varargs {
  static int sum(String n, int... xs) { int s = 0; for (int x : xs) s += x; return T.i(n + xs.length, s); }
  static String objs(Object... os) { return T.s("o", os == null ? "null" : "" + os.length); }
  public static void main(String[] args) { System.out.println(sum("a") + sum("b", T.i("1", 1)) + sum("c", T.i("1", 1), T.i("2", 2)) + sum("d", new int[] {T.i("3", 3)})); System.out.println(objs() + objs(1, "x") + objs((Object[]) null) + objs((Object) null) + objs(new String[] {"p", "q", "r"}) + String.format("%d-%s", T.i("f", 7), T.s("g", "g"))); }
}
