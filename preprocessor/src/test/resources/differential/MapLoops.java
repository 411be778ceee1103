public class MapLoops {
  public static void main(String[] args) {
    java.util.Map<String, Integer> m = new java.util.TreeMap<>(java.util.Map.of("x", 1, "y", 2));
    java.util.Map<String, Integer> h = new java.util.HashMap<>(m);
    for (java.util.Map.Entry<String, Integer> e : m.entrySet()) { T.i(e.getKey(), e.getValue()); e.setValue(e.getValue() + 1); }
    for (var e : h.entrySet()) { if (T.i("h", e.getValue()) == 1) { h.put(e.getKey(), 5); System.out.println(e + " " + e.getValue()); } }
    for (String k : m.keySet()) T.s("k", k);
    for (int v : h.values()) T.i("v", v);
    try { for (String k : h.keySet()) { T.s("r", k); h.remove(k); } T.p("none"); } catch (java.util.ConcurrentModificationException e) { T.p("cme"); }
    System.out.println(m + "" + h);
  }
}
