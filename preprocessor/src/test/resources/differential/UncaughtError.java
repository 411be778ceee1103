public class UncaughtError {
  static int f(int n) { return T.i("n", n) / (n - 3); }
  public static void main(String[] args) { int s = 0; for (int n = 0; n < 5; n++) s += f(n); System.out.println(s); }
}
