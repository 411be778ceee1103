public class CompoundOnArrays {
  static int[] arr(String n, int[] a) { T.i(n, a.length); return a; }
  public static void main(String[] args) {
    int[] a = {1, 2, 3}; byte[] b = {120}; String[] s = {"a", null}; int i = 0; long[][] m = new long[2][2];
    a[i] += T.i("v", i = 2) + a[0]; a[i]++; a[T.i("k", 1)] *= a[T.i("j", 2)]; arr("arr", a)[T.i("k", 0)] -= T.i("v", 9);
    b[T.i("z", 0)] += T.i("w", 10); b[0]++; s[T.i("z", 1)] += T.s("w", "x"); s[0] += T.i("w", 4);
    m[T.i("r", 1)][T.i("c", 0)] += T.l("w", 5) + (m[0][1] = T.l("q", 8)); m[1] = m[T.i("r", 0)]; m[1][1]--;
    int old = a[T.i("k", 0)]++ + --a[T.i("k", 1)];
    System.out.println(java.util.Arrays.toString(a) + b[0] + s[0] + s[1] + m[0][1] + m[1][1] + old);
    int[] before = a; int[] after = {7, 7, 7};
    a[T.i("k", 0)] = (a = after)[T.i("k", 1)] = T.i("v", 42);
    System.out.println(java.util.Arrays.toString(before) + java.util.Arrays.toString(after));
    try { int[] none = null; none[T.i("k", 0)] = T.i("v", 1); } catch (NullPointerException e) { System.out.println("npe"); }
    try { a[T.i("k", 5)] = T.i("v", 1); } catch (ArrayIndexOutOfBoundsException e) { System.out.println(e.getMessage()); }
    try { a[T.i("k", 5)] += T.i("v", 1); } catch (ArrayIndexOutOfBoundsException e) { System.out.println(e.getMessage()); }
    try { int[] none = null; none[T.i("k", 0)] += T.i("v", 1); } catch (NullPointerException e) { System.out.println("npe"); }
    try { Object[] o = new String[1]; o[T.i("k", 0)] = T.o("v", 1); } catch (ArrayStoreException e) { System.out.println("ase"); }
    try { a[0] = T.i("v", 1) / T.i("z", 0); } catch (ArithmeticException e) { System.out.println(e.getMessage()); }
  }
}
