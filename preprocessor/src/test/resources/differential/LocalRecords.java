import io.leverage.Checkpointable;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Records and classes that are declared in methods, lambdas and anonymous classes. The parameters
 * of compact constructors are declared nowhere.
 */
public final class LocalRecords {
  static <E extends Comparable<E>> Function<E, String> inGenericMethod(E seed) {
    return other -> {
      class Box {
        private final E kept = seed;

        String show() {
          return kept + "/" + other + (kept.compareTo(other) > 0);
        }
      }
      Box box = new Box();
      return T.i("box", 1) + box.show();
    };
  }

  @Checkpointable
  public static void main(String[] args) {
    record Pair<L, R>(L left, R right) {
      Pair {
        Objects.requireNonNull(left);
        right = right == null ? null : right;
      }

      static <X> Pair<X, X> twice(X x) {
        return new Pair<>(x, x);
      }

      int sum() {
        return T.i("left", left.hashCode()) + T.i("right", right.hashCode());
      }
    }
    Pair<Integer, Integer> twice = Pair.twice(T.i("x", 3));
    System.out.println(twice + " " + twice.sum());
    int before = T.i("before", 4);
    Supplier<Object> inLambda =
        () -> {
          record Positive(int value) {
            Positive {
              value = Math.abs(value);
            }
          }
          return new Positive(T.i("in", -before));
        };
    System.out.println(inLambda.get());
    Supplier<String> anonymous =
        new Supplier<>() {
          private int calls;

          @Override
          public String get() {
            record Short(String text) {
              Short {
                text = text.substring(0, 1);
              }
            }
            class Step {
              private int at = before;

              int next() {
                calls++;
                return at++;
              }
            }
            Step step = new Step();
            int sum = 0;
            for (int i = 0; i < 2; i++) {
              sum += T.i("step", step.next());
            }
            return new Short("long").text() + sum + T.i("calls", calls);
          }
        };
    try {
      System.out.println(new Pair<>(null, T.i("y", 1)));
    } catch (NullPointerException e) {
      System.out.println(anonymous.get());
    }
    System.out.println(inGenericMethod("m").apply("a") + inGenericMethod(5).apply(9));
  }
}
