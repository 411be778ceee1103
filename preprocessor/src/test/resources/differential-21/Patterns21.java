import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Patterns around safepoints: needs Java 21. */
public class Patterns21 {
  sealed interface Shape permits Circle, Rect, Group {}

  record Circle(double r) implements Shape {}

  record Rect(double w, double h) implements Shape {}

  record Group(Shape left, Shape right, String name) implements Shape {}

  record Box<T>(T value, int n) {}

  enum Colour {
    RED,
    GREEN
  }

  static int step(String what, int n) {
    for (int i = 0; i < n; i++) {
      System.out.println(what + i);
    }
    return n;
  }

  static boolean check(String what, boolean answer) {
    step(what, 1);
    return answer;
  }

  static double area(Shape s) {
    return switch (s) {
      case Circle c -> step("circle", 1) * c.r() * c.r() * 3;
      case Rect(double w, var h) when w == h -> {
        step("square", 2);
        yield w * w;
      }
      case Rect(double w, double h) -> w * h * step("rect", 1);
      case Group(Circle(double r), Rect(var w, var h), String name) -> {
        double a = area(new Circle(r));
        a += area(new Rect(w, h));
        System.out.println(name + r + w + h);
        yield a;
      }
      case Group(var left, var right, var name) -> area(left) + area(right) + step(name, 1);
    };
  }

  static String describe(Object o, int limit) {
    String text = "";
    switch (o) {
      case null -> text += "null" + step("null", 1);
      case Integer i when i > limit && check("big", true) -> text += "big" + i + step("i", 1);
      case Integer i when check("even?", i % 2 == 0) -> text += "even" + i;
      case Integer i -> {
        Supplier<String> later = () -> "odd" + i + limit;
        step("odd", 1);
        text += later.get();
      }
      case String s when s.length() > limit -> text += s.length() + step("long", 1);
      case String s when check("ask", s.startsWith("a") && s instanceof String t && t.length() > 1) -> text += "a.." + s;
      case String s -> text += "short " + s;
      case Colour.RED -> text += "red" + step("red", 1);
      case Colour c -> text += "colour " + c;
      case int[] a when a.length > 0 -> {
        for (int each : a) {
          if (each == 3) break;
          text += step("each", each);
        }
      }
      case Box<?>(Box<?>(String s, int n), int m) when n < m -> text += s + n + m + step("boxes", 1);
      case Box<?>(Integer i, int n) -> text += (i + n) + step("ibox", 1);
      case List<?> l -> {
        for (Object each : l) {
          text += "[" + describe(each, limit) + "]";
        }
      }
      default -> text += "other " + o.getClass().getSimpleName() + step("other", 1);
    }
    return text;
  }

  static int groups(Object o) {
    int n = 0;
    switch (o) {
      case String s:
        n += step("s", s.length());
        break;
      case Integer i when i > 3:
        n += step("i", 1) + i;
        break;
      case null, default:
        n += step("default", 1);
    }
    return n;
  }

  static String tests(Object o) {
    String log = "";
    if (o instanceof Rect(double w, double h) && check("w", w > 0)) {
      log += w + "x" + h;
    }
    if (o instanceof Rect r && check("r", true)) {
      log += r.w();
    }
    if (o instanceof Rect r && check("r", false)) {
      log += r.w();
    }
    if (!(o instanceof Group(Shape left, Group(var a, var b, var c), var name))) {
      step("no", 1);
      return log + "none";
    }
    step("yes", 1);
    log += left + "" + a + b + c + name;
    while (o instanceof Group(var l, var r, var n) && check("while", log.length() < 200)) {
      log += n;
      step("in", 1);
      o = r;
    }
    boolean nan = new Circle(Double.NaN) instanceof Circle(double d) && check("nan", d != d);
    return log + nan;
  }

  static int cold(Object o) {
    int limit = step("limit", 2);
    int r = switch (o) {
      case Integer i when i > limit -> i;
      case String s when s.length() > limit && s.subSequence(0, 1) instanceof String c && c.charAt(0) > 'a' -> c.charAt(0);
      default -> 0;
    };
    step("between", 1);
    return r + limit;
  }

  static String failing(Shape s) {
    try {
      switch (s) {
        case Circle c -> step("c", 1);
        case Rect r -> step("r", 1);
        case Group g -> throw new IllegalStateException("g" + step("g", 1));
      }
    } catch (NullPointerException e) {
      step("npe", 1);
      return "npe";
    } catch (IllegalStateException e) {
      return e.getMessage();
    }
    return "fine";
  }

  record Bad(int x) {
    @Override
    public int x() {
      throw new UnsupportedOperationException("bad");
    }
  }

  static String matchException(Object o) {
    try {
      return switch (o) {
        case Bad(int x) when check("never", true) -> "x" + x;
        case Bad(int x) -> "y" + step("y", 1);
        default -> "d" + step("d", 1);
      };
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName() + e.getCause() + step("caught", 1);
    }
  }

  public static void main(String[] args) {
    List<Shape> shapes = new ArrayList<>(List.of(new Circle(1), new Rect(2, 2), new Rect(2, 3)));
    shapes.add(new Group(new Circle(2), new Rect(1, 4), "cr"));
    shapes.add(new Group(new Rect(1, 1), shapes.get(3), "outer"));
    for (Shape s : shapes) {
      System.out.println(area(s));
      System.out.println(tests(s));
      System.out.println(failing(s));
    }
    System.out.println(tests("x") + failing(null));
    System.out.println(tests(new Group(new Circle(1), new Group(new Circle(2), shapes.get(4), "in"), "out")));
    Object[] objects = {
      null, 1, 2, 10, "a", "ab", "abcd", Colour.RED, Colour.GREEN, new int[] {1, 2, 3, 4}, new int[0],
      new Box<>(new Box<>("s", 1), 2), new Box<>(new Box<>("s", 3), 2), new Box<>(4, 5), 2.5, List.of(1, "b", List.of())
    };
    for (Object o : objects) {
      System.out.println(describe(o, 3));
      System.out.println(groups(o));
      if (o != null) System.out.println(cold(o));
    }
    System.out.println(matchException(new Bad(1)) + matchException(1));
  }
}
