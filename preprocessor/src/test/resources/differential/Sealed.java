import java.util.*;
public class Sealed {
    sealed interface Shape permits Circle, Rect, Tri {}
    record Circle(double r) implements Shape { Circle { if (r < 0) throw new IllegalArgumentException("negative"); } static Circle unit() { return new Circle(1); } }
    record Rect(double w, double h) implements Shape { Rect(double s) { this(s, s); } double diag() { return Math.sqrt(w * w + h * h); } }
    record Tri(double a, double b, double c) implements Shape {}
    record Pair<A, B>(A a, B b) {}
    static double area(Shape s) {
        if (s instanceof Circle c) return Math.PI * c.r() * c.r();
        else if (s instanceof Rect r && r.w() == r.h()) return r.w() * r.w();
        else if (s instanceof Rect r) return r.w() * r.h();
        if (!(s instanceof Tri t)) throw new IllegalStateException();
        double p = (t.a() + t.b() + t.c()) / 2; return Math.sqrt(p * (p - t.a()) * (p - t.b()) * (p - t.c()));
    }
    static int days(String m, boolean leap) { return switch (m) { case "feb" -> leap ? 29 : 28; case "apr", "jun", "sep", "nov" -> 30; default -> { int x = 0; for (char c : m.toCharArray()) x += c; if (x % 2 == 0) yield 31; yield 32; } }; }
    static final String TEXT = """
        Hello,
          "World" \
        joined
        tab\tend
        """;
    public static void main(String[] args) {
        var shapes = List.of(Circle.unit(), new Rect(2), new Rect(2, 3), new Tri(3, 4, 5));
        for (var s : shapes) { System.out.println(s + " " + area(s)); Object o = s; if (o instanceof Rect q && q.diag() > 3) System.out.println("diag " + q.diag()); }
        for (String m : List.of("feb", "apr", "jan", "mar")) System.out.println(days(m, true)); System.out.print(TEXT);
        try { new Circle(-1); } catch (IllegalArgumentException e) { System.out.println(e.getMessage()); }
        System.out.println(new Rect(1, 2).equals(new Rect(1, 2)) + " " + new Rect(1, 2).hashCode());
        var p = new Pair<>("k", 3); System.out.println(p + p.a());
    }
}
