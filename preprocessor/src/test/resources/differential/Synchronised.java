public class Synchronised {
  int n; synchronized int inc(int k) { n += k; return n; }
  int locked(int k) { synchronized (this) { n += k; for (int i = 0; i < 2; i++) n++; } return n; }
  public static void main(String[] args) { Synchronised s = new Synchronised(); for (int i = 0; i < 3; i++) { System.out.println(s.inc(i) + s.locked(i)); } System.out.println(s.n); }
}
