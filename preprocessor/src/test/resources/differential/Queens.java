public class Queens {
  static int solve(int n, int row, int cols, int d1, int d2) { if (row == n) return 1; int count = 0; for (int c = 0; c < n; c++) { int a = 1 << c, b = 1 << (row + c), d = 1 << (row - c + n); if ((cols & a) != 0 || (d1 & b) != 0 || (d2 & d) != 0) continue; count += solve(n, row + 1, cols | a, d1 | b, d2 | d); } return count; }
  public static void main(String[] args) { for (int n = 1; n < 6; n++) System.out.println(n + ":" + solve(n, 0, 0, 0, 0)); }
}
