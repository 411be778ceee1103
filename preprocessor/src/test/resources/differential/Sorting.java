public class Sorting {
  static void quick(int[] a, int lo, int hi) { if (lo >= hi) return; int p = a[(lo + hi) >>> 1], i = lo, j = hi; while (i <= j) { while (a[i] < p) i++; while (a[j] > p) j--; if (i <= j) { int t = a[i]; a[i++] = a[j]; a[j--] = t; } } quick(a, lo, j); quick(a, i, hi); }
  public static void main(String[] args) { int[] a = new int[20]; long seed = 11; for (int i = 0; i < a.length; i++) { seed = seed * 1103515245 + 12345; a[i] = (int) (seed >>> 16) % 100; } quick(a, 0, a.length - 1); System.out.println(java.util.Arrays.toString(a)); }
}
