public class FinallyWithLoops {
  static int log;
  static String f() { StringBuilder s = new StringBuilder(); outer: for (int i = 0; i < 5; i++) { for (int j = 0; ; j++) { try { if (j == 1) { s.append('c'); continue; } if (j == 2 && i % 2 == 0) continue outer; if (j == 3) break; if (i == 3) break outer; s.append(T.i("j", j)); } finally { for (int q = 0; q < 2; q++) { if (q == 1 && j == 0) continue; log += T.i("q", q); } s.append('f'); } } s.append('e'); } return s.toString(); }
  public static void main(String[] args) { System.out.println(f() + log); }
}
