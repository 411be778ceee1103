import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/** Lambdas that can be captured stand beside others where their common type is inferred. */
public class LambdaInference {
  static <T> List<T> both(T a, T b) {
    return Arrays.asList(a, b);
  }

  public static void main(String[] args) {
    Map<String, BinaryOperator<Double>> operators =
        new TreeMap<>(
            Map.of(
                "+",
                (p, q) -> p + q,
                "^",
                (p, q) -> {
                  double r = 1;
                  for (int i = 0; i < q; i++) r *= p;
                  return r;
                }));
    for (Map.Entry<String, BinaryOperator<Double>> each : operators.entrySet()) {
      System.out.println(each.getKey() + " " + each.getValue().apply(2.0, 5.0));
    }
    List<Supplier<Integer>> suppliers =
        both(
            () -> {
              int sum = 0;
              for (int i = 0; i < 4; i++) sum += i;
              return sum;
            },
            () -> 7);
    for (Supplier<Integer> each : suppliers) System.out.println(each.get());
  }
}
