import java.util.List;
import java.util.function.Predicate;

/** Pattern variables that a lambda of their own statement captures. */
public class PatternCaptures {
  interface Test {
    boolean of(Object o);
  }

  static int slow(int n) {
    int s = 0;
    for (int i = 0; i < n; i++) {
      s += i * n;
      Thread.onSpinWait();
    }
    return s;
  }

  static boolean any(List<?> list, Test t) {
    for (Object o : list) {
      if (t.of(o)) {
        return true;
      }
    }
    return false;
  }

  static String inBranch(Object o, List<String> list) {
    if (o instanceof String s && list.stream().anyMatch(x -> x.equals(s))) {
      int n = slow(s.length());
      Predicate<String> again = x -> x.length() + slow(1) == s.length();
      return "in " + s + n + again.test("ab");
    }
    return "out " + slow(1);
  }

  static String negated(Object o, List<String> list) {
    if (!(o instanceof String s) || list.stream().noneMatch(x -> x.equals(s))) {
      return "no " + slow(2);
    }
    int n = slow(s.length());
    for (int i = 0; i < 2; i++) {
      n += slow(i) + s.length();
    }
    return s + n;
  }

  static boolean plain(Object o, List<String> list) {
    boolean b = o instanceof String s && list.stream().allMatch(x -> x.length() >= s.length());
    slow(2);
    return b;
  }

  static String two(Object a, Object b, List<String> list) {
    String result = "";
    if (a instanceof String s && b instanceof Integer s2 && list.stream().anyMatch(x -> x.length() == s2 && x.equals(s))) {
      result += s + s2;
      slow(3);
      result += s2 + s;
    } else if (a instanceof Integer s && list.removeIf(x -> x.length() == s)) {
      result += "int " + slow(s);
    }
    return result + slow(1);
  }

  static String loop(List<Object> queue, List<String> list) {
    StringBuilder out = new StringBuilder();
    while (!queue.isEmpty() && queue.remove(0) instanceof String s && list.stream().anyMatch(x -> x.equals(s))) {
      out.append(s).append(slow(s.length()));
    }
    return out.toString();
  }

  static String own(Object o, List<?> list) {
    if (o instanceof Integer i) {
      return "sum " + slow(i) + any(list, x -> x.equals(i) && slow(i) > 0);
    }
    return "none" + slow(1);
  }

  public static void main(String[] args) {
    List<String> list = List.of("a", "ab", "abc");
    System.out.println(inBranch("ab", list) + inBranch("q", list) + inBranch(4, list));
    System.out.println(negated("abc", list) + negated("zz", list) + negated(1, list));
    System.out.println(plain("a", list) + " " + plain("ab", list) + " " + plain(1, list));
    System.out.println(two("ab", 2, list) + two("ab", 3, list) + two(2, 2, new java.util.ArrayList<>(list)));
    System.out.println(loop(new java.util.ArrayList<>(List.of("ab", "abc", "x", "a")), list));
    System.out.println(own(4, List.of(1, 4)) + own(4, List.of(1)) + own("x", List.of()));
  }
}
