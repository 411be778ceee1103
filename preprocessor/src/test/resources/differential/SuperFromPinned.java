import io.leverage.Checkpointable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Calls of super methods from code that stays where it is: they mean that class's method. */
public final class SuperFromPinned {
  static class Base {
    final List<String> log = new ArrayList<>();

    int compute(int n) {
      int sum = 0;
      for (int i = 0; i < n; i++) {
        sum += i;
        log.add("base " + i);
      }
      return sum;
    }

    static int twice(IntSupplier s) {
      return s.getAsInt() + s.getAsInt();
    }
  }

  interface Named {
    default String name() {
      StringBuilder b = new StringBuilder();
      for (int i = 0; i < 2; i++) {
        b.append("named").append(i);
      }
      return b.toString();
    }
  }

  static class Sub extends Base implements Named {
    final int first;
    final int block;
    {
      block = super.compute(2);
    }

    Sub() {
      first = super.compute(3);
    }

    @Override
    int compute(int n) {
      log.add("sub");
      return 100 + super.compute(n);
    }

    @Override
    public String name() {
      return "sub " + Named.super.name();
    }

    /** The JDK calls the lambda: it runs where it is. */
    List<Integer> sorted(List<Integer> of) {
      List<Integer> all = new ArrayList<>(of);
      all.replaceAll(each -> super.compute(each));
      all.sort((a, b) -> super.compute(b) - super.compute(a) + Named.super.name().length() * 0);
      return all;
    }

    List<Integer> referred(List<Integer> of) {
      List<Integer> all = new ArrayList<>(of);
      all.replaceAll(super::compute);
      return all;
    }

    @Override
    public String toString() {
      return super.compute(2) + Named.super.name();
    }

    int anonymous(int n) {
      Runnable[] run = {null};
      int[] got = {0};
      run[0] =
          new Runnable() {
            @Override
            public void run() {
              got[0] = Sub.super.compute(n);
            }
          };
      new java.util.ArrayList<>(List.of(run[0])).forEach(Runnable::run);
      return got[0];
    }
  }

  @Checkpointable
  public static void main(String[] args) {
    Sub sub = new Sub();
    System.out.println(sub.first + " " + sub.block + " " + sub.log);
    sub.log.clear();
    System.out.println(sub.compute(3) + " " + sub.log);
    sub.log.clear();
    System.out.println(sub.sorted(List.of(1, 2, 3)) + " " + sub.log.size());
    sub.log.clear();
    System.out.println(sub.referred(List.of(1, 2, 3)) + " " + sub.log);
    sub.log.clear();
    System.out.println("" + sub + " " + sub.log);
    sub.log.clear();
    System.out.println(sub.anonymous(3) + " " + sub.log);
    System.out.println(sub.name());
  }
}
