public class Uncaught {
  static void deep(int n) {
    if (n == 0) {
      T.i("bottom", n);
      throw new UnsupportedOperationException("at " + n, new RuntimeException("cause"));
    }
    deep(n - 1);
  }
  public static void main(String[] args) {
    T.i("start", 1);
    deep(3);
  }
}
