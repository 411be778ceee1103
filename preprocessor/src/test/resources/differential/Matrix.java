public class Matrix {
  static double[][] mul(double[][] a, double[][] b) { int n = a.length; double[][] c = new double[n][n]; for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) { double s = 0; for (int k = 0; k < n; k++) s += a[i][k] * b[k][j]; c[i][j] = s; } return c; }
  public static void main(String[] args) { double[][] m = {{1, 2}, {3, 4}}; for (int i = 0; i < 4; i++) m = mul(m, m); System.out.println(java.util.Arrays.deepToString(m)); float f = 1; for (int i = 1; i < 20; i++) f += 1f / i; System.out.println(f); }
}
