public class LineNumbers {
  static int boom(int k) {
    T.i("k", k);
    if (k == 0) {
      throw new IllegalStateException("zero");
    }
    int[] a = new int[1];
    for (int i = 0; i < 2; i++) {
      T.i("i", i);
      a[0] += i;
    }
    return a[T.i("x", k)];
  }
  static void outer(int k) {
    T.i("outer", k);
    int r =
        boom(k)
            + boom(0);
    System.out.println(r);
  }
  public static void main(String[] args) {
    for (int k = 0; k < 3; k++) {
      try {
        outer(k);
      } catch (RuntimeException e) {
        System.out.println(T.lines(e, "LineNumbers"));
      }
    }
    try {
      T.i("again", 1);
      Object o = null;
      T.o("o", o);
      o.toString();
    } catch (NullPointerException e) {
      System.out.println(T.lines(e, "LineNumbers"));
    }
  }
}
