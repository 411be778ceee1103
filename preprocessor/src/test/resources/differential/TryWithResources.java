public class TryWithResources {
  static class Res implements AutoCloseable { final String n; Res(String n) { this.n = n; System.out.println("open" + n); } public void close() { System.out.println("close" + n); if (n.equals("bad")) throw new IllegalStateException("close failed"); } }
  static int f(int k) { try (Res a = new Res(T.s("a", "a")); Res b = new Res(k == 2 ? "bad" : "b")) { T.i("body", k); if (k == 1 || k == 2) throw new RuntimeException("body" + a.n + b.n); return T.i("ret", k); } catch (RuntimeException e) { System.out.println(e.getMessage() + e.getSuppressed().length); return T.i("c", -k); } finally { T.i("fin", k); } }
  public static void main(String[] args) { for (int k = 0; k < 4; k++) System.out.println(f(k)); Res r = new Res("r"); try (r) { T.i("r", 1); } }
}
