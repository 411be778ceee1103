public class LoopConditions {
  static int n;
  static boolean less(String s, int a, int b) { return T.b(s + a, a < b); }
  public static void main(String[] args) {
    int i = 0;
    while (less("w", i, 3)) i++;
    do { i--; } while (less("d", 0, i));
    for (int j = T.i("init", 0); less("f", j, T.i("lim", 3)); j += T.i("step", 1)) System.out.println(j);
    for (int j = 0, k = T.i("k", 5); j < k && less("g", j, 2); j++, k = T.i("u", k - 1)) n += j * k;
    while (T.i("x", ++n) < 20 && n != 15) { n += 2; }
    for (; ; ) { if (less("h", n, 3)) break; n = T.i("n", n / 2); }
    System.out.println(n);
  }
}
