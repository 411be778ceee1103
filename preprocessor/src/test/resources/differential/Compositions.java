import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/** Functions that the JDK composes of the program's, held across safepoints. */
public class Compositions {
  static int sum(int n) {
    int sum = 0;
    for (int i = 0; i <= n; i++) sum += i;
    return sum;
  }

  public static void main(String[] args) {
    Function<Integer, Integer> more = x -> x + sum(2);
    Function<Integer, Integer> all =
        Function.<Integer>identity().andThen(more).compose((Integer x) -> x * 2).andThen(more);
    Predicate<String> fits =
        Predicate.<String>isEqual("abc").negate().and(s -> s.length() < 4).or(String::isEmpty);
    Predicate<String> not = Predicate.not(fits);
    BiFunction<Integer, Integer, String> text = ((BiFunction<Integer, Integer, Integer>) Math::max).andThen(Object::toString);
    BinaryOperator<Integer> min = BinaryOperator.minBy(Comparator.naturalOrder());
    IntUnaryOperator both = IntUnaryOperator.identity().andThen(x -> x + sum(1)).compose(x -> -x);
    IntPredicate small = ((IntPredicate) x -> x > sum(2)).negate();
    List<String> log = new ArrayList<>();
    Consumer<String> logs = ((Consumer<String>) log::add).andThen(x -> log.add(x + "!"));
    Comparator<String> order =
        Comparator.comparing(String::length).thenComparing(Comparator.<String>naturalOrder().reversed());
    for (int i = 0; i < 4; i++) {
      logs.accept(text.apply(i, 2) + min.apply(i, 1) + both.applyAsInt(i) + small.test(i));
      System.out.println(all.apply(i) + " " + order.compare("b", "a") + " " + log);
    }
    for (String s : new String[] {"", "abc", "ab", "abcd"}) {
      System.out.println(fits.test(s) + " " + not.test(s));
    }
  }
}
