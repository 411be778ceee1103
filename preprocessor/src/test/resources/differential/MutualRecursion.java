public class MutualRecursion {
  static boolean even(int n) { return n == 0 || odd(n - 1); }
  static boolean odd(int n) { if (n == 0) return false; return even(n - 1); }
  static int ack(int m, int n) { return m == 0 ? n + 1 : n == 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)); }
  public static void main(String[] args) { System.out.println(even(20) + " " + odd(13)); System.out.println(ack(2, 2)); }
}
