/** What random programs have in common: they extend it. */
public class Kit {
  static int total;
  static int fuel = 400;

  static class Oops extends RuntimeException {
    Oops(String message) {
      super(message);
    }
  }

  static final Object LOCK = new Object();

  interface Op {
    int on(int x, String y);
  }

  record Pair(int a, String b) {
    int sum(String text) {
      return a + T.i(text, b.length());
    }

    @Override
    public String toString() {
      String text = b;
      while (text.length() < 4) {
        text += T.i("pair", a);
      }
      return text;
    }
  }

  abstract static class Shape {
    final int size;

    Shape(int size) {
      this.size = size;
    }

    int area(int scale) {
      return T.i("shape", size) * scale;
    }

    int scaled(int scale, String text) {
      return T.i(text, scale) * size;
    }

    synchronized int twice(int scale) {
      return area(scale) + area(scale + 1);
    }

    @Override
    public String toString() {
      return "shape" + twice(1);
    }
  }

  static class Square extends Shape {
    Square(int size) {
      super(size);
    }

    @Override
    int area(int scale) {
      return super.area(scale) + total++;
    }
  }

  static class Disc extends Square {
    private final char mark;

    Disc(int size, char mark) {
      super(size + 1);
      this.mark = mark;
    }

    @Override
    int area(int scale) {
      Op op = super::scaled;
      return T.c("disc", mark) + op.on(scale, "d");
    }

    @Override
    int scaled(int scale, String text) {
      return -1;
    }

    @Override
    synchronized int twice(int scale) {
      return super.twice(scale) + super.area(mark);
    }
  }

  enum Kind {
    LOW,
    MIDDLE {
      @Override
      int f(int x) {
        return super.f(x) + T.i("middle", x);
      }
    },
    HIGH;

    int f(int x) {
      return x + ordinal();
    }
  }

  static int pick(int x, String y) {
    return T.i(y, x) + y.length();
  }

  static Integer half(Integer x) {
    return T.o("half", x) / 2;
  }

  static int apply(Op op, int n) {
    int sum = 0;
    for (int i = 0; i < 2; i++) {
      sum += op.on(n + i, "a" + i);
    }
    return sum;
  }

  static class Box {
    private int value;

    Box(int value) {
      this.value = T.i("box", value);
    }

    int plus(int other, String text) {
      value += T.i(text, other);
      return value + total++;
    }
  }

  static class Res implements AutoCloseable {
    private final int id;

    Res(int id) {
      for (int i = 0; i < 2; i++) {
        T.i("open", i);
      }
      this.id = id;
    }

    @Override
    public void close() {
      T.i("close", id);
      if (id == 2) {
        throw new Oops("close");
      }
    }
  }

  static String cut(String text) {
    return text.length() > 60 ? text.substring(text.length() - 40) : text;
  }

  static void burn() {
    if (--fuel < 0) {
      throw new Error("out of fuel");
    }
  }

  static int recurse(int n) {
    burn();
    return n <= 0 || n > 5 ? n : T.i("recurse", n) + recurse(n - 1) * 2;
  }
}
