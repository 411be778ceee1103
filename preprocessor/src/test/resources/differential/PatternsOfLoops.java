/** The lines of a loop whose condition, at its end, declares a variable. */
public class PatternsOfLoops {
  interface Shape {
    int area(int scale);
  }

  record Square(int size) implements Shape {
    @Override
    public int area(int scale) {
      return T.i("area", size * scale);
    }
  }

  static int line() {
    return new Throwable().getStackTrace()[1].getLineNumber();
  }

  static Shape shape(int i) {
    return T.b("square", i < 3) ? new Square(i) : null;
  }

  static int loop(int from) {
    int i = from;
    do {
      System.out.println("first " + line());
      T.p("body");
      i++;
      System.out.println("last " + line());
    } while (i < 9
        && shape(i) instanceof Square square
        && square.area(i) > T.i("least", 0));
    System.out.println("after " + line());
    return i;
  }

  static void fail() {
    int i = 0;
    do {
      T.p("before");
      if (i++ == 1) {
        throw new IllegalStateException();
      }
    } while (shape(i) instanceof Square square && square.area(2) > 0);
  }

  public static void main(String[] args) {
    System.out.println(loop(0));
    try {
      fail();
    } catch (IllegalStateException e) {
      System.out.println(T.lines(e, "PatternsOfLoops"));
    }
  }
}
