public class ArrayCreation {
  public static void main(String[] args) {
    int[] a = new int[T.i("n", 3)]; int[][] m = new int[T.i("r", 2)][T.i("c", 3)]; long[][][] q = new long[2][T.i("c", 2)][];
    int[] init = {T.i("1", 1), T.i("2", 2) + T.i("3", 3), T.i("4", 4)};
    String[][] s = {{T.s("a", "a"), "b"}, {}, {T.s("c", "c")}};
    Object[] o = new Object[] {T.i("x", 1), T.d("y", 2), null, new int[] {T.i("z", 3)}.length};
    System.out.println(a.length + " " + m[1].length + " " + q[1].length + java.util.Arrays.toString(init) + java.util.Arrays.deepToString(s) + java.util.Arrays.toString(o));
    try { int[] bad = new int[T.i("n", -1)]; } catch (NegativeArraySizeException e) { System.out.println(e.getMessage()); }
    double[] d = {T.i("i", 1), T.f("f", 2f)}; System.out.println(d[0] + d[1]);
  }
}
