public class ReturnInLoops {
  static int f(int k) { for (int i = 0; ; i++) { while (i < 10) { if (i == k) return T.i("r", i * 10); i++; for (int x : new int[] {1, 2}) if (i + x == k * 2) return -T.i("s", x); } return T.i("end", i); } }
  static void g(java.util.List<String> l) { for (String s : l) { if (s.isEmpty()) return; T.s("s", s); } System.out.println("all"); }
  public static void main(String[] args) { for (int k = 0; k < 6; k++) System.out.println(f(k)); System.out.println(f(50)); g(java.util.List.of("a", "", "b")); g(java.util.List.of("c")); }
}
