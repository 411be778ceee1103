import java.util.List;

/** Patterns whose variables lambdas capture. */
public class CapturedPatterns {
  static int step(int n) {
    int s = 0;
    for (int i = 0; i < n; i++) {
      s += i;
      System.out.println("s" + i);
    }
    return s;
  }

  static String run(Object o, List<String> names) {
    if (o instanceof String text && names.stream().noneMatch(s -> s.equals(text))) {
      step(1);
      return "new " + text;
    }
    if (!(o instanceof String text && text.length() > 1 && names.stream().anyMatch(s -> s.equals(text)))) {
      step(2);
      return "no";
    }
    step(1);
    String found = o instanceof String other && other.isEmpty() ? "" : text + step(1);
    boolean b = o instanceof String again && names.stream().anyMatch(s -> s.equals(again)) | again.isEmpty();
    Runnable late = () -> System.out.println(text);
    step(1);
    late.run();
    return found + b;
  }

  public static void main(String[] args) {
    for (Object o : new Object[] {1, "a", "bb", "c"}) {
      System.out.println(run(o, List.of("a", "bb")));
    }
  }
}
