import java.util.function.Function;

/** A program that reads its own stack traces finds what its sources have. */
public class ReadTraces {
  interface Op {
    int apply(int x);
  }

  static class Part implements Op, Function<Integer, String> {
    int value;

    Part(int n) {
      for (int i = 0; i < n; i++) {
        value += T.i("part", i);
      }
      trace("constructor");
    }

    @Override
    public int apply(int x) {
      value += T.i("apply", x);
      trace("apply");
      return value;
    }

    @Override
    public String apply(Integer x) {
      T.o("boxed", x);
      return caller() + callerOfThread();
    }
  }

  static final class More implements Op {
    final int start;

    More() {
      this(T.i("more", 1));
      trace("more");
    }

    More(int start) {
      this.start = T.i("start", start);
      trace("with start");
    }

    @Override
    public int apply(int x) {
      return start + x;
    }
  }

  static String text(StackTraceElement[] trace) {
    StringBuilder text = new StringBuilder();
    for (StackTraceElement e : trace) {
      text.append(' ').append(e.getClassName()).append('.').append(e.getMethodName()).append(':').append(e.getLineNumber());
      if (e.getMethodName().equals("main")) {
        break;
      }
    }
    return text.toString();
  }

  static void trace(String what) {
    T.p("before");
    System.out.println(what + text(new Throwable().getStackTrace()));
    T.p("after");
  }

  static String caller() {
    T.p("caller");
    return new Exception().getStackTrace()[1].getMethodName();
  }

  static String callerOfThread() {
    T.p("caller of thread");
    return Thread.currentThread().getStackTrace()[2].getMethodName();
  }

  static int use(Op op) {
    int sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += op.apply(i);
    }
    return sum;
  }

  static int deep(int n) {
    if (T.i("deep", n) == 0) {
      throw new IllegalStateException("deep", new Exception("cause"));
    }
    try {
      return deep(n - 1) + 1;
    } finally {
      T.i("finally", n);
    }
  }

  public static void main(String[] args) {
    Part part = new Part(2);
    System.out.println(use(part));
    System.out.println(part.apply(Integer.valueOf(3)) + caller());
    System.out.println(use(new More()));
    try {
      deep(3);
    } catch (IllegalStateException e) {
      System.out.println(text(e.getStackTrace()) + text(e.getCause().getStackTrace()));
      T.p("caught");
      System.out.println(text(e.getStackTrace()));
    }
  }
}
