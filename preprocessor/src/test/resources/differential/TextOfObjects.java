import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Concatenations of strings call toString. */
public class TextOfObjects {
  static final List<String> LOG = new ArrayList<>();
  static int count;

  static String log(String s) { LOG.add(s); System.out.println(s); return s; }

  static class Slow {
    final String name;
    int n;
    Slow(String name) { this.name = name; }
    @Override public String toString() {
      if (name == null) { return null; }
      StringBuilder s = new StringBuilder();
      for (char c : name.toCharArray()) { log("text " + c + n); s.append(c).append(n++); }
      return s.toString();
    }
  }
  static class Sub extends Slow { Sub(String s) { super(s); } @Override public String toString() { return "sub(" + super.toString() + ")"; } }
  interface Named { String toString(); }
  record Pair<A extends Named, B>(A a, B b) implements Named {
    @Override public String toString() { String s = "<"; int i = 0; while (i++ < 2) { s += a + "|" + b; log(s); } return s; }
  }
  enum Level implements Named { LOW { @Override public String toString() { String s = ""; for (Slow x : List.of(new Slow("p"))) { s += x; } return "low" + s; } }, HIGH }
  static class Bad { @Override public String toString() { int i = 0; while (i < 5) { if (log("bad" + i++).length() > 3 && i > 2) { throw new IllegalStateException("bad at " + i); } } return ""; } }

  static Slow make(String s) { for (int i = 0; i < 2; i++) { log("make " + s + i); } return s.equals("null") ? null : new Slow(s); }
  static int step(int n) { while (n > 0) { n--; log("step" + n); } return ++count; }
  static <T extends Slow> String generic(T t) { return "g" + t + (t); }
  static <T extends Slow & Runnable> String both(T t) { return t + "b"; }

  String text = "f";
  Slow field = new Slow("fi");
  String inField() { text += field; this.text += make("q"); return text; }

  public static void main(String[] args) {
    Slow a = new Slow("ab");
    Slow none = null;
    System.out.println("1 " + a);
    System.out.println(a + " 2 " + none + new Slow(null));
    System.out.println("3 " + step(2) + a + step(1) + make("x") + make("null") + count);
    String s = "4 ";
    s += a;
    s += none;
    s += make("y") + "z" + make("w");
    s += args.length == 0 ? a : new Sub("t");
    System.out.println(s);
    String[] all = {"5 ", null};
    int i = 0;
    all[i++] += a;
    all[i--] += new Sub("u");
    all[i] += none;
    System.out.println(all[0] + all[1] + i);
    System.out.println(generic(new Sub("v")) + generic(a));
    class Run extends Slow implements Runnable { Run() { super("run"); } public void run() { } }
    System.out.println(both(new Run()));
    Pair<Named, Slow> p = new Pair<>(new Pair<>(Level.LOW, 7L), a);
    System.out.println("6 " + p + Level.HIGH + Level.LOW);
    Named n = p;
    System.out.println("7 " + n + (Named) Level.LOW + ((Slow) a));
    try { System.out.println("8 " + a + new Bad() + a); } catch (IllegalStateException e) { log("caught " + e.getMessage() + a); }
    Supplier<String> l = () -> "9 " + a + none;
    System.out.println(l.get());
    System.out.println(new TextOfObjects().inField());
    boolean b = ("10 " + a).length() > 3 && ("" + a + 'c' + 1.5 + 2L + true).equals("x") || ("q" + a).isEmpty();
    System.out.println(b);
    switch ("k" + a) { case "k" -> System.out.println("no"); default -> System.out.println("yes" + a); }
    System.out.println(new Slow("m" + a) + "" + a.n);
    for (String t = "" + new Slow("c"); t.length() < 9; t += a) { System.out.println(t); }
    System.out.println(LOG.size() + " " + LOG.hashCode());
    Object o = a;
    System.out.println("pinned " + o + String.valueOf(a));
    StringBuilder sb = new StringBuilder();
    sb.append(a);
    System.out.println(sb);
    String made = new Object() { String f = "anon " + a; }.f;
    System.out.println(made + "end" + a.name);
  }
}
