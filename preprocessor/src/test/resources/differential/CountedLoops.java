public class CountedLoops {
  public static void main(String[] args) {
    int[] a = new int[3000]; long sum = 0;
    for (int i = 0; i < a.length; i++) a[i] = i * i % 17;
    for (int i = a.length - 1; i >= 0; i -= 3) sum += a[i];
    for (int i = 0; i < 2500; i++) { if (i % 7 == 0) continue; sum += i; if (sum > 3_000_000) break; }
    int n = 2049; for (int i = 0; i <= n; ++i) sum ^= i;
    for (int i = Integer.MAX_VALUE - 1500; i < Integer.MAX_VALUE; i++) sum += i & 1;
    for (int i = 0; i < 8; i++) sum += a[i];
    for (int i = 10; i < 5; i++) sum = -1;
    for (long l = 0; l < 1500; l++) sum += l;
    System.out.println(sum); T.i("end", 1);
    for (int i = 0; i < 1300; i++) { i += 2; sum += i; } System.out.println(sum);
  }
}
