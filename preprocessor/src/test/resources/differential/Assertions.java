public class Assertions {
  static int side; static boolean check(int x) { side++; T.i("check", x); return x > 0; }
  public static void main(String[] args) { assert check(1) : "m"; T.i("a", side); int[] a = {1, 2, 3}; int s = 0; for (int x : a) { assert x > 0; s += T.i("x", x); } System.out.println(s + side); }
}
