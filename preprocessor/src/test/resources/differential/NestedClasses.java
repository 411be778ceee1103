public class NestedClasses {
  int base = 10; static int made;
  class Inner { int v = base++; class Deep { int w() { return T.i("w", v + base); } } int get() { return T.i("v", v) + NestedClasses.this.base; } Deep deep() { T.p("deep"); return new Deep(); } }
  static class Stat { final Stat next; final int x; Stat(Stat next, int x) { this.next = next; this.x = x; made++; } int sum() { return x + (next == null ? 0 : next.sum()); } }
  static int local() { class Local { int q = T.class.getName().length(); int twice() { return q * 2; } } return new Local().twice(); }
  public static void main(String[] args) {
    NestedClasses o = new NestedClasses(); Inner a = o.new Inner(), b = o.new Inner(); System.out.println(a.get() + b.get() + a.deep().w() + b.deep().w());
    Stat s = null; for (int i = 0; i < 4; i++) s = new Stat(s, T.i("i", i)); System.out.println(s.sum() + " " + made);
    System.out.println(local()); T.i("z", 1);
    Runnable r = new Runnable() { int c; public void run() { System.out.println("anon" + c++ + o.base); } }; r.run(); T.i("y", 1); r.run();
  }
}
