public class EvaluationOrder {
  static int n(int x) { return T.i("n", x); }
  static int three(int a, int b, int c) { T.i("three", a * 100 + b * 10 + c); return a - b - c; }
  public static void main(String[] args) {
    int x = 1;
    int r = x + (x = n(5)) + x * n(2) - (x += n(3)) % n(4);
    System.out.println(r + " " + x);
    r = three(n(1), three(x, x++, n(x)), x--) + three(n(7), n(8), n(9)) * n(2);
    System.out.println(r + " " + x);
    int y = x++ + n(1) + ++x + n(x) - x-- - n(x);
    System.out.println(y + " " + x);
    int[] a = {1, 2, 3};
    int i = 0;
    a[i] = i = n(2);
    a[i++] = a[i - 1] + n(i) + i;
    System.out.println(java.util.Arrays.toString(a) + i);
    System.out.println(n(1) < n(2) == n(3) > n(4) != (n(5) == n(6)));
  }
}
