public class ForLoops {
  public static void main(String[] args) {
    long h = 7;
    for (int i = 0; i < 4; i++) for (int j = i; j < 4; j++) { if (i == 2) continue; h = h * 31 + i * j; for (long k = 3; k > 0; k--) h ^= k; }
    System.out.println(h);
    for (int i = 0, j = 10; i < j; i += 2, j--) { System.out.println(i + " " + j); if (j == 8) break; }
    int k; for (k = 0; k < 3; k++) { T.i("k", k); } System.out.println(k);
    for (char c = 'a'; c < 'd'; c++) T.c("c", c);
    for (double d = 0; d < 1; d += 0.25) T.d("d", d);
    for (byte b = 120; b > 0; b++) T.i("b", b);
  }
}
