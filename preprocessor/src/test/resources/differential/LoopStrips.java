/** Loops that poll once in a strip, in each iteration, or not at all, with all ways on and out. */
public final class LoopStrips {
  private final int[] values = new int[2500];
  private int position;
  private static long trace;

  public static void main(String[] args) {
    LoopStrips strips = new LoopStrips();
    strips.fill();
    System.out.println(strips.whileLoop());
    System.out.println(strips.sideEffectsInTest());
    System.out.println(strips.endless(43));
    System.out.println(strips.breaksAndContinues());
    System.out.println(strips.forWithTwoUpdates());
    System.out.println(strips.downwards());
    System.out.println(strips.overArray());
    System.out.println(strips.returnsOutOfArray(2234));
    System.out.println(strips.returnsOutOfArray(-1));
    System.out.println(strips.hotOnTheWayOut(2200));
    System.out.println(strips.hotOnTheWayOut(-5));
    System.out.println(definite(20));
    System.out.println(throwsOut(20));
    System.out.println(strips.few());
    System.out.println(strips.fewWithConjunction(3));
    System.out.println(longCounter());
    System.out.println(nested());
    System.out.println(labelled());
    System.out.println(wrapping());
    System.out.println(sums(30, 70));
    System.out.println(trace);
  }

  private void fill() {
    int seed = 17;
    for (int i = 0; i < values.length; i++) {
      seed = next(seed);
      values[i] = seed;
    }
  }

  private static int next(int seed) {
    return seed * 1103515245 + 12345;
  }

  private int at(int index) {
    return values[Math.floorMod(index, values.length)];
  }

  private long whileLoop() {
    long sum = 0;
    position = 0;
    while (position < 30 && at(position) != 7) {
      sum = sum * 31 + at(position);
      position++;
    }
    return sum + position;
  }

  private String sideEffectsInTest() {
    int tests = 0;
    int i = 0;
    while (tests++ < 30) {
      i += 2;
    }
    return tests + " " + i;
  }

  private int endless(int stop) {
    int i = 0;
    while (true) {
      i++;
      if (i == stop) {
        return at(i);
      }
    }
  }

  private long breaksAndContinues() {
    long sum = 0;
    int i = 0;
    while (i < 60) {
      i++;
      if ((at(i) & 1) == 0) {
        continue;
      }
      sum += i;
      if (sum > 700) {
        break;
      }
    }
    return sum * 7 + i;
  }

  private String forWithTwoUpdates() {
    int steps = 0;
    int i;
    int j;
    for (i = 0, j = 90; i < j; i += 2, j--) {
      if (at(i) < 0) {
        continue;
      }
      steps++;
    }
    return i + " " + j + " " + steps;
  }

  private long downwards() {
    long sum = 0;
    for (int i = values.length - 1; i >= 0; i--) {
      sum = sum * 3 + at(i);
    }
    return sum;
  }

  private long overArray() {
    long sum = 0;
    for (int value : values) {
      if (value % 3 == 0) {
        continue;
      }
      sum = sum * 5 + mix(value);
    }
    return sum;
  }

  private static long mix(int value) {
    return value < 0 ? -(long) value : value / 2;
  }

  private int returnsOutOfArray(int index) {
    int wanted = index < 0 ? 5 : values[index];
    int count = 0;
    for (int value : values) {
      if (value == wanted) {
        return count;
      }
      count++;
    }
    return -count;
  }

  private long hotOnTheWayOut(int wanted) {
    int i = 0;
    for (int value : values) {
      if (i == wanted) {
        long sum = slow(value);
        return sum + i;
      }
      i++;
    }
    return slow(wanted);
  }

  private long slow(int start) {
    long sum = 0;
    for (int i = 0; i < 4; i++) {
      trace = trace * 7 + i;
      System.out.println("slow " + i);
      sum += start * (long) i;
    }
    return sum;
  }

  private static int definite(int limit) {
    final int result;
    int i = 0;
    while (true) {
      i++;
      if (i > limit) {
        result = i;
        break;
      }
    }
    return result;
  }

  private static String throwsOut(int limit) {
    int i = 0;
    try {
      while (i >= 0) {
        i++;
        if (i == limit) {
          throw new IllegalStateException("at " + i);
        }
      }
    } catch (IllegalStateException e) {
      return e.getMessage() + " " + i;
    }
    return "no";
  }

  private long few() {
    long sum = 0;
    for (int i = 0; i < 5; i++) {
      for (int j = 4; j >= 0; j -= 2) {
        sum = sum * 11 + at(i * j);
        if (sum % 5 == 0) {
          sum += slow(j);
        }
      }
    }
    return sum;
  }

  private int fewWithConjunction(int most) {
    int count = 0;
    for (int i = 1; i <= 9 && i < values.length - 2 && count < most; i++) {
      count += slow(i) > 0 ? 1 : 0;
    }
    return count;
  }

  private static long longCounter() {
    long sum = 0;
    for (long i = 0; i < 50; i++) {
      sum += i * i;
    }
    return sum;
  }

  private static int nested() {
    int count = 0;
    for (int i = 0; i < 40; i++) {
      int j = i;
      while (j < 100) {
        j = j * 2 + 1;
        count++;
      }
    }
    return count;
  }

  private static int labelled() {
    int count = 0;
    outer:
    for (int i = 0; ; i++) {
      int j = 0;
      inner:
      while (j < 40) {
        j++;
        if (j % 3 == 0) {
          continue inner;
        }
        if (i * j > 100) {
          break outer;
        }
        if (j > 30) {
          continue outer;
        }
        count++;
      }
    }
    return count;
  }

  private static int wrapping() {
    int count = 0;
    for (int i = Integer.MAX_VALUE - 3000; i <= Integer.MAX_VALUE - 8; i += 7) {
      count++;
    }
    for (int i = Integer.MAX_VALUE - 20; i > 0; i++) {
      count += 2;
    }
    for (int i = Integer.MIN_VALUE + 1500; i > Integer.MIN_VALUE; i--) {
      count += 3;
    }
    return count;
  }

  private static long sums(int n, int m) {
    long sum = 0;
    for (int i = 1; i < (n + 1) * m; i++) {
      sum += i;
    }
    for (int i = n * m; i > n - m; i -= 3) {
      sum = sum * 3 + i;
    }
    return sum;
  }
}
