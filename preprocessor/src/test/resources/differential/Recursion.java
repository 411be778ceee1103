public class Recursion {
  static long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
  static int depth(int n) { if (n == 0) return 0; int below = depth(n - 1); return below + n % 3; }
  static void hanoi(int n, String a, String b, String c) { if (n == 0) return; hanoi(n - 1, a, c, b); System.out.println(n + a + c); hanoi(n - 1, b, a, c); }
  public static void main(String[] args) { System.out.println(fib(9)); System.out.println(depth(60)); hanoi(3, "a", "b", "c"); }
}
