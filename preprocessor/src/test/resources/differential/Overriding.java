public class Overriding {
  static abstract class Shape { abstract double area(); String name() { return "shape"; } double twice() { T.p("twice"); return 2 * area(); } Shape self() { return this; } }
  static class Square extends Shape { double s; Square(double s) { this.s = s; } double area() { return T.d("square", s * s); } @Override String name() { return "square of " + super.name(); } @Override Square self() { T.p("cov"); return this; } }
  static class Big extends Square { Big() { super(10); } @Override double area() { return super.area() + T.d("big", 1); } @Override double twice() { return super.twice() + super.twice(); } }
  static class Plain extends Shape { double area() { return 1; } }
  public static void main(String[] args) { for (Shape s : new Shape[] {new Square(2), new Big(), new Plain()}) System.out.println(s.name() + s.area() + " " + s.twice() + " " + s.self().area()); System.out.println(new Big().self().s); }
}
