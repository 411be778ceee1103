public class LambdaFields {
  int n; java.util.function.IntUnaryOperator op = x -> x + n; static java.util.function.Function<Integer, Integer> S = x -> x * 2; java.util.function.Supplier<LambdaFields> me = () -> this;
  public static void main(String[] args) { LambdaFields f = new LambdaFields(); java.util.Map<String, Runnable> m = new java.util.LinkedHashMap<>(); m.put("a", () -> f.n++); m.put("b", f::twice); for (var e : new java.util.ArrayList<>(m.keySet())) { T.s("e", e); m.get(e).run(); System.out.println(f.op.applyAsInt(1) + S.apply(f.n)); } System.out.println(f.me.get() == f); }
  void twice() { n *= 20; }
}
