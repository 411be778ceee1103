import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Nulls, which tell an overload little. */
public class NullArguments {
  static String join(String text) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      b.append(text).append(T.i("join", i));
    }
    return b.toString();
  }

  static String join(String first, String text) {
    return first + "-" + join(text);
  }

  static <C extends Comparable<? super C>> C max(C a, C b) {
    T.p("max");
    return a == null ? b : b == null || a.compareTo(b) > 0 ? a : b;
  }

  static String show(Object o) {
    return "<" + o + ">";
  }

  public static void main(String[] args) {
    Supplier<String> stays = () -> join(null, "x");
    System.out.println(stays.get() + join(null, "y") + join(null));
    System.out.println(show(max(null, null)) + show(max(3, T.i("b", 5))));
    List<String> list = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      list.add(show(max(null, null)) + join(null, null));
    }
    System.out.println(list);
  }
}
