public class ReturnTypes {
  static boolean z() { T.i("z", 0); return true; }
  static byte b() { T.i("b", 0); return (byte) 130; }
  static short s() { T.i("s", 0); return (short) 40000; }
  static char c() { T.i("c", 0); return 'c'; }
  static int i() { T.i("i", 0); return -1; }
  static long l() { T.i("l", 0); return Long.MIN_VALUE; }
  static float f() { T.i("f", 0); return Float.NaN; }
  static double d() { T.i("d", 0); return 1 / 3.0; }
  static int[] a() { T.i("a", 0); return new int[] {4}; }
  static <X extends Comparable<X>> X max(X p, X q) { T.i("max", 0); return p.compareTo(q) > 0 ? p : q; }
  static void v() { T.i("v", 0); }
  public static void main(String[] args) {
    v();
    System.out.println(z() + " " + b() + " " + s() + " " + c() + " " + i() + " " + l() + " " + f() + " " + d() + " " + a()[0] + " " + max("a", "b") + max(3, 2));
    if (z()) v();
    int sum = b() + s() + c() + i();
    System.out.println(sum);
  }
}
