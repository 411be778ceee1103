public class Tasks {
  interface Task { int run(int depth) throws Exception; }
  static class Leaf implements Task { final int v; Leaf(int v) { this.v = v; } public int run(int d) { return T.i("leaf" + d, v); } }
  static class Retry implements Task { final Task t; int tries; Retry(Task t) { this.t = t; } public int run(int d) throws Exception { for (int i = 0; ; i++) { tries++; try { return t.run(d + 1); } catch (IllegalStateException e) { if (i == 2) throw new Exception("gave up", e); System.out.println("retry " + e.getMessage()); } } } }
  static class Flaky implements Task { int calls; final int ok; Flaky(int ok) { this.ok = ok; } public int run(int d) { T.p("flaky"); if (++calls < ok) throw new IllegalStateException("call" + calls); return calls; } }
  static class Seq implements Task { final java.util.List<Task> ts; Seq(Task... ts) { this.ts = java.util.List.of(ts); } public int run(int d) throws Exception { int s = 0; for (Task t : ts) s = s * 10 + t.run(d + 1); return s; } }
  public static void main(String[] args) throws Exception { System.out.println(new Seq(new Leaf(1), new Retry(new Flaky(2)), new Seq(new Leaf(3))).run(0)); System.out.println(new Retry(new Flaky(9)).run(0)); }
}
