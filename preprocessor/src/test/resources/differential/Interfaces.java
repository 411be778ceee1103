public class Interfaces {
  interface Op { int apply(int a, int b); default int twice(int a) { T.p("twice"); return apply(a, apply(a, a)); } static Op add() { T.p("add"); return new Add(); } }
  interface Named { default String name() { return "named" + T.i("n", 1); } }
  static class Add implements Op, Named { public int apply(int a, int b) { return T.i("add", a + b); } }
  static class Mul implements Op, Named { public int apply(int a, int b) { return a * b; } @Override public int twice(int a) { return Op.super.twice(a) + T.i("mul", 1); } @Override public String name() { return "mul" + Named.super.name(); } }
  public static void main(String[] args) { for (Op o : new Op[] {Op.add(), new Mul()}) { System.out.println(o.apply(3, 4) + " " + o.twice(2)); System.out.println(((Named) o).name()); } }
}
