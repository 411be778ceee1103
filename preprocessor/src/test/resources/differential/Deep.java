public class Deep {
    static int down(int n) { return n == 0 ? 0 : 1 + down(n - 1); }
    static int ack(int m, int n) { return m == 0 ? n + 1 : n == 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)); }
    static boolean even(int n) { return n == 0 || odd(n - 1); } static boolean odd(int n) { return n != 0 && even(n - 1); }
    static long fib(int n) { if (n < 2) return n; return fib(n - 1) + fib(n - 2); } static int gcd(int a, int b) { return b == 0 ? a : gcd(b, a % b); } static int collatz(long n) { int s = 0; while (n != 1) { n = (n & 1) == 0 ? n / 2 : 3 * n + 1; s++; } return s; }
    static void perm(String p, String s) { if (s.isEmpty()) System.out.print(p + " "); for (int i = 0; i < s.length(); i++) perm(p + s.charAt(i), s.substring(0, i) + s.substring(i + 1)); }
    public static void main(String[] args) { System.out.println(ack(2, 3) + " " + even(101) + " " + fib(10) + " " + gcd(1071, 462) + " " + collatz(27)); perm("", "abc"); if (args.length > 5) System.out.println(down(Integer.parseInt(args[0]))); }
}
