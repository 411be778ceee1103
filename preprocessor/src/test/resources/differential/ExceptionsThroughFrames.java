public class ExceptionsThroughFrames {
  static class Checked extends Exception { Checked(String m, Throwable c) { super(m, c); } }
  static int a(int n) throws Checked { try { return b(n) + T.i("a", n); } catch (IllegalArgumentException e) { throw new Checked("a" + n, e); } finally { T.i("fa", n); } }
  static int b(int n) { try { return c(n); } finally { T.i("fb", n); } }
  static int c(int n) { T.i("c", n); if (n == 1) throw new IllegalArgumentException("c" + n); if (n == 2) throw new UnsupportedOperationException(); return n * d(n); }
  static int d(int n) { for (int i = 0; ; i++) if (T.i("d", i) == n) throw new IllegalArgumentException("d" + i); }
  public static void main(String[] args) { for (int n = 1; n < 4; n++) try { System.out.println(a(n)); } catch (Checked e) { System.out.println(e.getMessage() + e.getCause().getMessage()); } catch (RuntimeException e) { System.out.println(e.getClass()); } }
}
