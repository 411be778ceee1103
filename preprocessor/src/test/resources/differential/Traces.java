import java.util.ArrayList;
import java.util.List;

/** What a program reads in its own traces, in methods, in local classes, after captures. */
public class Traces {
  static String trace(StackTraceElement[] elements) {
    List<String> lines = new ArrayList<>();
    for (StackTraceElement each : elements) {
      String name = each.getClassName();
      if (name.startsWith("Traces") && !name.contains("$Frame")) {
        String simple = name.substring(Math.max(name.lastIndexOf('$'), 5) + 1).replaceAll("^[0-9]+", "");
        lines.add(simple + "." + each.getMethodName() + ":" + each.getLineNumber());
      }
    }
    // a stub forwards, so a twin may show twice, in a row and on its stub's line
    return String.join(" ", lines);
  }

  static int step(int n) {
    for (int i = 0; i < n; i++) {
      System.out.println("step " + i);
    }
    return n;
  }

  static void here(String text) {
    step(1);
    System.out.println(text + trace(new Throwable().getStackTrace()));
    step(1);
    String now = trace(Thread.currentThread().getStackTrace());
    System.out.println(text + now);
  }

  int depth(int n) {
    if (n == 0) {
      here("bottom ");
      return 0;
    }
    int below =
        depth(
            n - 1);
    step(1);
    here("up ");
    return below + 1;
  }

  static int local(int n) {
    String text = """
        a text
        block """;
    class Local {
      int value = step(1);

      int run(int k) {
        here(text);
        step(k);
        here("""
            another
            block
            """);
        if (k == 0) {
          throw new IllegalStateException(
              "zero");
        }
        return k;
      }
    }
    Local l = new Local();
    int r = 0;
    try {
      for (int i = 1; i >= 0; i--) {
        r += l.run(i);
      }
    } catch (IllegalStateException e) {
      System.out.println(trace(e.getStackTrace()));
    }
    return r;
  }

  synchronized void locked() {
    here("locked ");
    synchronized (
        Traces.class) {
      step(1);
      here("twice ");
    }
  }

  public static void main(String[] args) {
    System.out.println(new Traces().depth(2));
    System.out.println(local(2));
    new Traces().locked();
    here("end ");
  }
}

class After {
  static int unused() {
    return 1;
  }
}
