import java.util.ArrayList;
import java.util.List;

/** Regions in everything and everything in regions. */
public class Monitors {
  private final Object lock = new Object();
  private int[] cells = {1, 2, 3, 4};
  private Object none;
  private static int made;
  private static final Object SHARED = new Object();

  static int step(String what, int value) {
    for (int i = 0; i < 1; i++) {
      System.out.println(what + "=" + value);
    }
    while (made < 0) {
      made++;
    }
    return value;
  }

  private Object choose(int n) {
    step("choose", n);
    return n % 2 == 0 ? lock : this;
  }

  synchronized int counted(int n) {
    int sum = 0;
    for (int cell : cells) {
      sum += step("cell", cell) * n;
      if (!Thread.holdsLock(this)) {
        throw new AssertionError("the monitor is lost");
      }
    }
    return sum;
  }

  static synchronized int counted(String text) {
    int sum = 0;
    for (char c : text.toCharArray()) {
      sum += step("char", c);
      System.out.println(Thread.holdsLock(Monitors.class));
    }
    return sum;
  }

  synchronized <T extends Comparable<T>> T largest(List<T> values) {
    T best = null;
    for (T value : values) {
      step("at", made++);
      if (best == null || value.compareTo(best) > 0) best = value;
    }
    return best;
  }

  int loops() {
    int found = 0;
    outer:
    for (int i = 0; i < 4; i++) {
      synchronized (cells) {
        for (int j = 0; ; j++) {
          synchronized (choose(i + j)) {
            if (step("j", j) == 3) break;
            if (i == 1 && j == 1) continue outer;
            if (i == 3) break outer;
            found += j;
          }
          System.out.println(held(lock) + held(this) + held(cells));
        }
      }
      System.out.println("after " + i + held(cells));
    }
    System.out.println(held(lock) + held(this) + held(cells));
    return found;
  }

  private static String held(Object o) {
    return Thread.holdsLock(o) ? "+" : "-";
  }

  int leave(int how) throws Exception {
    try {
      synchronized (lock) {
        try {
          synchronized (SHARED) {
            switch (how) {
              case 0:
                return step("return", 10);
              case 1:
                throw new Exception("thrown " + step("throw", 1));
              case 2:
                step("break", 2);
                break;
              case 3:
                return step("fall", 3) / (how - 3);
              default:
                step("other", how);
            }
            step("held", held(SHARED).length());
          }
        } finally {
          System.out.println("inner " + held(SHARED) + held(lock) + step("finally", how));
        }
      }
      step("outside", how);
    } catch (ArithmeticException e) {
      synchronized (this) {
        System.out.println(e.getMessage() + step("handled", 1) + held(lock) + held(this));
      }
    } finally {
      synchronized (lock) {
        step("last", how);
      }
      System.out.println("outer " + held(SHARED) + held(lock));
    }
    return -1;
  }

  int recursive(int n) {
    synchronized (lock) {
      if (n == 0) {
        return step("bottom", 0);
      }
      int below = recursive(n - 1);
      if (!Thread.holdsLock(lock)) throw new AssertionError();
      return step("up", below + n);
    }
  }

  String nulls() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 2; i++) {
      try {
        step("null", i);
        synchronized (none) {
          step("never", 0);
        }
      } catch (NullPointerException e) {
        log.append("npe ");
      }
    }
    Object other = null;
    try {
      synchronized (other) {
        step("never", 0);
      }
    } catch (NullPointerException e) {
      log.append(step("caught", 1));
    }
    return log.toString();
  }

  int reassigned() {
    Object mine = new ArrayList<String>();
    int n = 0;
    Object first = mine;
    synchronized (mine) {
      mine = "another";
      n += step("first", 1);
      if (!Thread.holdsLock(first) || Thread.holdsLock(mine)) throw new AssertionError();
      synchronized (mine) {
        mine = null;
        n += step("second", 2);
      }
      n += step("third", 3);
    }
    if (Thread.holdsLock(first)) throw new AssertionError();
    return n;
  }

  int captured() {
    int sum = 0;
    for (int i = 0; i < 2; i++) {
      int k = i;
      synchronized (SHARED) {
        Runnable print = () -> System.out.println("k" + k);
        sum += step("sum", k + 1);
        print.run();
      }
    }
    do
      synchronized (lock) {
        sum++;
        if (sum == 5) continue;
        step("do", sum);
      }
    while (sum < 6);
    return sum;
  }

  int jumpsPlain() {
    int late = 7;
    int n = 0;
    l:
    {
      step("before", 1);
      synchronized (lock) {
        if (cells.length == 4) break l;
      }
      return -1;
    }
    n += late;
    int later = 8;
    m:
    {
      step("before", 2);
      try {
        if (cells.length == 4) break m;
      } finally {
        cells[0]++;
      }
      return -2;
    }
    return n + later;
  }

  public static void main(String[] args) throws Exception {
    Monitors m = new Monitors();
    System.out.println(m.counted(3));
    System.out.println(counted("abc"));
    System.out.println(m.largest(List.of("b", "z", "c")));
    System.out.println(m.loops());
    for (int i = 0; i < 5; i++) {
      try {
        System.out.println(m.leave(i));
      } catch (Exception e) {
        System.out.println(e.getMessage());
      }
    }
    System.out.println(m.recursive(3));
    System.out.println(m.nulls());
    System.out.println(m.reassigned());
    System.out.println(m.captured());
    System.out.println(m.jumpsPlain());
  }
}
