public class ForEachArray {
  public static void main(String[] args) {
    int[] a = {3, 1, 2};
    for (int x : a) { T.i("x", x); a = new int[] {9}; }
    for (String s : new String[] {"p", T.s("q", "q")}) for (char c : (s + "z").toCharArray()) System.out.println(s + c);
    for (long w : new int[] {1, 2}) T.l("w", w);
    for (Integer i : new int[] {4}) T.o("i", i);
    int[][] m = {{1, 2}, {3}}; int t = 0;
    for (int[] r : m) { for (int v : r) { if (v == 2) break; t += T.i("v", v); } r[0] = 7; }
    for (final var v : m[0]) T.i("f", v);
    System.out.println(t + " " + m[1][0]);
    for (int x : new int[0]) T.i("never", x);
  }
}
