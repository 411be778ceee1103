public class ForEachCollection {
  static java.util.List<String> list(String... s) { T.i("list", s.length); return new java.util.ArrayList<>(java.util.List.of(s)); }
  public static void main(String[] args) {
    for (String s : list("a", "b", "c")) { if (T.s("s", s).equals("b")) continue; System.out.println(s); }
    java.util.Map<String, Integer> m = new java.util.TreeMap<>(java.util.Map.of("x", 1, "y", 2));
    m.replaceAll((k, v) -> v + 1);
    for (String k : new java.util.ArrayList<>(m.keySet())) T.s("k", k);
    for (int v : new java.util.ArrayList<>(m.values())) T.i("v", v);
    for (var v : new java.util.LinkedHashSet<>(list("q", "p"))) T.s("v", v);
    for (Object o : java.util.List.of(1, "two")) for (String s : list("i")) T.o(s, o);
    outer: for (String s : list("a", "b")) for (String t : list("c", "d")) { if (t.equals("d")) continue outer; T.s(s, t); }
    try { for (Integer i : java.util.Arrays.asList(1, null)) { int x = i; T.i("i", x); } } catch (NullPointerException e) { System.out.println("npe"); }
    System.out.println(m);
  }
}
