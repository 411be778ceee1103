import java.util.*;
public class Visitor {
    interface Shape { <R> R accept(V<R> v); }
    interface V<R> { R circle(Circle c); R square(Square s); R group(Group g); }
    static final class Circle implements Shape { final double r; Circle(double r) { this.r = r; } public <R> R accept(V<R> v) { return v.circle(this); } }
    static final class Square implements Shape { final double s; Square(double s) { this.s = s; } public <R> R accept(V<R> v) { return v.square(this); } }
    static final class Group implements Shape { final List<Shape> kids; Group(Shape... k) { kids = Arrays.asList(k); } public <R> R accept(V<R> v) { return v.group(this); } }
    static class Area implements V<Double> { public Double circle(Circle c) { return Math.PI * c.r * c.r; } public Double square(Square s) { return s.s * s.s; } public Double group(Group g) { double t = 0; for (Shape k : g.kids) t += k.accept(this); return t; } }
    static class Print implements V<String> { private int depth = 0; public String circle(Circle c) { return ind() + "circle " + c.r + "\n"; } public String square(Square s) { return ind() + "square " + s.s + "\n"; }
        public String group(Group g) { String s = ind() + "group\n"; depth++; try { for (Shape k : g.kids) s += k.accept(this); } finally { depth--; } return s; } private String ind() { String s = ""; for (int i = 0; i < depth; i++) s += "  "; return s; } }
    public static void main(String[] args) { Shape s = new Group(new Circle(1), new Group(new Square(2), new Square(3)), new Circle(2)); System.out.print(s.accept(new Print())); System.out.println(s.accept(new Area())); }
}
