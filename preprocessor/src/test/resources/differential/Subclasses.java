public class Subclasses {
  static class Lru<K, V> extends java.util.LinkedHashMap<K, V> { private static final long serialVersionUID = 1; final int cap; Lru(int cap) { super(16, 0.75f, true); this.cap = cap; } @Override protected boolean removeEldestEntry(java.util.Map.Entry<K, V> e) { return size() > cap; } }
  static class Counter extends java.util.ArrayList<String> { private static final long serialVersionUID = 1; int adds; @Override public boolean add(String s) { adds++; return super.add(s); } }
  static class Fail extends RuntimeException { private static final long serialVersionUID = 1; final Object detail; Fail(String m, Object d) { super(m); detail = d; } @Override public String getMessage() { return "Fail: " + super.getMessage() + detail; } }
  public static void main(String[] args) { Lru<String, Integer> m = new Lru<>(2); Counter c = new Counter(); for (int i = 0; i < 4; i++) { m.put("k" + i, T.i("i", i)); m.get("k0"); c.add("c" + i); } System.out.println(m + "" + c + c.adds); Fail f = new Fail("x", c); T.i("f", 1); System.out.println(f.getMessage() + (f.detail == c)); try { T.i("g", 1); throw f; } catch (Fail e) { System.out.println(e == f); } }
}
