import java.util.concurrent.Callable;
import java.util.function.IntUnaryOperator;

/** Code in anonymous classes and lambdas that a resumed method creates is on its own lines. */
public class TracesOfCopies {
  static int zero;

  static void show(Callable<Integer> call) {
    try {
      System.out.println(call.call());
    } catch (Exception e) {
      StackTraceElement at = e.getStackTrace()[0];
      System.out.println(e.getMessage() + " at line " + at.getLineNumber());
    }
  }

  public static void main(String[] args) {
    for (int i = 0; i < 3; i++) {
      int n = i;
      show(
          new Callable<>() {
            @Override
            public Integer call() throws Exception {
              if (n == 1) {
                throw new Exception("one");
              }
              return helper();
            }

            private int helper() {
              return n / zero;
            }
          });
      IntUnaryOperator divide =
          x -> {
            int more = x + 1;
            return more / zero;
          };
      show(() -> divide.applyAsInt(n));
    }
  }
}
