public class Lambdas {
  interface IntOp { int apply(int x); }
  public static void main(String[] args) {
    int k = T.i("k", 3); String p = "p"; int[] box = {0};
    IntOp add = x -> x + k; java.util.function.Supplier<String> s = () -> p + box[0]; java.util.function.Function<String, Integer> len = String::length; java.util.function.BinaryOperator<Integer> max = Math::max; java.util.function.Supplier<java.util.List<String>> mk = java.util.ArrayList::new; Runnable inc = () -> box[0]++;
    T.i("q", 1); inc.run(); System.out.println(add.apply(4) + s.get() + len.apply("four") + max.apply(1, 2) + mk.get());
    for (int i = 0; i < 3; i++) { int j = i; IntOp mul = x -> x * j + box[0]; T.i("i", i); inc.run(); System.out.println(mul.apply(10) + s.get()); }
    java.util.List<Integer> l = new java.util.ArrayList<>(java.util.List.of(3, 1, 2)); l.sort((a, b) -> b - a); l.forEach(x -> box[0] += x); T.i("l", l.get(0));
    System.out.println(l.stream().map(x -> x * k).filter(x -> x > 3).collect(java.util.stream.Collectors.toList()) + " " + box[0]);
    java.util.Comparator<String> c = java.util.Comparator.comparing(String::length).thenComparing(java.util.Comparator.reverseOrder()); T.i("c", 1); System.out.println(c.compare("aa", "b") + c.compare("a", "b"));
  }
}
